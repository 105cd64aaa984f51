/** Raised whenever the manifest, or a table or column of a published file, changes its meaning or is added to; the dashboard refuses a file of another version. */
export const schemaVersion = 4;
