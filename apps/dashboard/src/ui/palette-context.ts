import { createContext, useContext } from "react";
import { light, type Palette } from "./palette.ts";

export const PaletteContext = createContext<Palette>(light);

/** The colours in force, for chart builders: `cityBars(rows, palette)`. */
export const usePalette = (): Palette => useContext(PaletteContext);
