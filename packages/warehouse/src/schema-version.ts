/** Raised whenever a table or column of a published file changes its meaning or is added; the dashboard refuses a file of another version. */
export const schemaVersion = 3;
