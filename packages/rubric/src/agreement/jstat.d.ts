/** The few functions of `jstat` that are used here; the package itself carries no types. */
declare module "jstat" {
  export const jStat: {
    readonly centralF: { inv(probability: number, df1: number, df2: number): number; cdf(x: number, df1: number, df2: number): number };
    readonly studentt: { inv(probability: number, df: number): number };
    readonly chisquare: { cdf(x: number, df: number): number };
  };
  const library: { readonly jStat: typeof jStat };
  export default library;
}
