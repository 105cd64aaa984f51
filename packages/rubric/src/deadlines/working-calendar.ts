/** Which days are worked. Who has no list of the official holidays of a year must say so in `covers`, and never guess. */
export interface WorkingCalendar {
  /** Whether a day (`YYYY-MM-DD`) of a covered year is worked; make-up days are, whatever their weekday. */
  readonly isWorkingDay: (day: string) => boolean;
  readonly covers: (year: number) => boolean;
}
