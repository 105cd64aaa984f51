/** The five levels of the 好差评 system; 2 and 1 are bad. */
export const reviewLevels: Readonly<Record<string, string>> = {
  非常满意: "5",
  很满意: "5",
  满意: "4",
  比较满意: "4",
  基本满意: "3",
  一般: "3",
  不满意: "2",
  非常不满意: "1",
  很不满意: "1",
  五星: "5",
  四星: "4",
  三星: "3",
  二星: "2",
  一星: "1",
};
