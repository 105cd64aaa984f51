import { z } from "zod";
import { text } from "../../lib/search-state.ts";

/** `?item=conduct&grader=G03`: which part of the explanation is singled out. */
export const subjectSearch = z.object({ item: text(), grader: text() });
export const subjectDefaults = {};
