import { z } from "zod";
import { text } from "../../lib/search-state.ts";

/** `?scheme=zhejiang-2023&compare=…`: the edition that is shown, and the one it is held against. */
export const rubricSearch = z.object({ scheme: text(), compare: text() });
