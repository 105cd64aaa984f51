/**
 * Exact points. All amounts are carried in hundredths of a point; a mean over graders makes a fraction of a hundredth, so a value
 * is a ratio of integers (always reduced, denominator > 0). Nothing is rounded before it is shown.
 */
export interface Points {
  readonly numerator: number;
  readonly denominator: number;
}
