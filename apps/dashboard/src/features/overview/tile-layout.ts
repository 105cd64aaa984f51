/** Where each city's tile stands: column and row, roughly as on a map of Zhejiang, neighbours beside neighbours where four sides allow it. */
export const tileLayout: Readonly<Record<string, readonly [column: number, row: number]>> = {
  "330500": [1, 0],
  "330400": [2, 0],
  "330100": [1, 1],
  "330600": [2, 1],
  "330200": [3, 1],
  "330900": [4, 1],
  "330800": [0, 2],
  "330700": [1, 2],
  "331000": [3, 2],
  "331100": [1, 3],
  "330300": [2, 3],
};
