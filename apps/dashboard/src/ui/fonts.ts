/**
 * The letters: figures and headings as official papers set them, everything else without serifs; the style sheet has the same. The quotes
 * are single, because a drawing carries these lists inside attributes in double ones.
 */
export const serif = "'Times New Roman', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', STSong, SimSun, serif";
export const sans = "'Helvetica Neue', Arial, 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif";
