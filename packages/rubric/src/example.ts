import { z } from "zod";
import { Field } from "./field.ts";
import { Id } from "./id.ts";
import { Figure } from "./item.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What one grader of an example did: the clauses left unmet (all others are met), discretionary deductions, scores of graded items. */
const GivenSheet = z.strictObject({
  unmet: z.array(Id).default([]),
  discretionary: z.array(z.strictObject({ item: Id, points: Figure.positive() })).default([]),
  scores: z.record(Id, Figure).default({}),
  /** Cells that the grader left empty: a clause, or a graded item. */
  blank: z.array(Id).default([]),
});

/** Records of an example: `times` of them, alike, on a day; all other keys are the record's fields. */
const GivenRecords = z.object({ times: z.int().positive().default(1), on: day.nullable().default(null) }).catchall(fieldValue);

/** What the register, the application and the records say. */
const GivenFacts = {
  fields: z.record(Field, fieldValue).default({}),
  records: z.record(z.string(), z.array(GivenRecords)).default({}),
};

/**
 * A worked example of a rubric: what is given, and what must come out. Examples run as tests. One sheet may be given directly, or
 * several under `graders`; graded items that are not given have their maximum.
 */
export const Example = z.strictObject({
  name: z.string().min(1),
  given: z.strictObject({
    ...GivenSheet.partial().shape,
    year: z.int().optional(),
    asOf: day.optional(),
    graders: z.array(GivenSheet).optional(),
    ...GivenFacts,
    /** Other applications for the honour: those that places and limits depend on. */
    others: z.array(z.strictObject(GivenFacts)).default([]),
    policies: z.record(Id, Id).default({}),
  }),
  expect: z.strictObject({
    /** Points, exact: a number, or a fraction such as "263/3". */
    total: z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?\/\d+$/)]).optional(),
    items: z.record(Id, z.number()).default({}),
    vetoes: z.record(Id, z.enum(["vetoed", "undecided", "near", "clear"])).default({}),
    scored: z.boolean().optional(),
    /** Measures as they are printed, with two decimals: "99.98". */
    values: z.record(Id, z.string()).default({}),
    /** Which marks of an indicator are reached. */
    marks: z.record(Id, z.strictObject({ target: z.boolean(), floor: z.boolean(), stretch: z.boolean() }).partial()).default({}),
    eligibility: z.record(Id, z.enum(["met", "unmet", "undecided", "not_applicable"])).default({}),
    verdict: z.enum(["eligible", "undecided", "ineligible", "not_applied"]).optional(),
    grade: Id.nullable().optional(),
    passed: z.boolean().nullable().optional(),
  }),
});
export type Example = z.infer<typeof Example>;
