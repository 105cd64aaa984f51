/** Buckets to each doubling of (1 + minutes): two times in one bucket differ by at most 4.5 %, a time from the middle of its bucket by 2.2 %. */
const bucketsPerDoubling = 16;

/** SQL for the bucket of a handling time in minutes (≥ 0). Histograms over these buckets add up exactly, whatever they were split by. */
export const handlingBucket = (minutes: string): string => `floor(${bucketsPerDoubling} * log2(1 + ${minutes}))::usmallint`;

/** SQL for the time in the (logarithmic) middle of a bucket, in minutes. */
export const bucketMinutes = (bucket: string): string => `(pow(2, (${bucket} + 0.5) / ${bucketsPerDoubling}) - 1)`;

/**
 * SQL macros over a histogram, a list of `{bucket, n}` in any order: `handling_quantile(bins, 0.5)` is the time, in minutes, that
 * the `ceil(q · n)`-th shortest case took, known as well as its bucket is.
 */
export const handlingMacros: readonly string[] = [
  `handling_count(bins) as list_sum(list_transform(bins, lambda bin: bin.n::bigint))::bigint`,
  // what is still to be counted goes from bin to bin; the last bin looked at is where it came to nothing
  `handling_bucket_at(bins, q) as list_reduce(
    list_prepend({'bucket': 0::bigint, 'n': ceil(q * handling_count(bins))::bigint}, list_transform(list_sort(bins), lambda bin: {'bucket': bin.bucket::bigint, 'n': bin.n::bigint})),
    lambda found, bin: case when found.n > 0 then {'bucket': bin.bucket, 'n': found.n - bin.n} else found end).bucket`,
  `handling_quantile(bins, q) as case when len(bins) > 0 then ${bucketMinutes("handling_bucket_at(bins, q)")} end`,
];

/** A query that adds up the histograms `bins` of a relation within each group of its columns `keys`. */
export function mergedBins(relation: string, keys: readonly string[]): string {
  const by = keys.join(", ");
  return `select ${by}, list({'bucket': bucket, 'n': n}) as bins
    from (select ${by}, bin.bucket, sum(bin.n)::uinteger as n from (select ${by}, unnest(bins) as bin from ${relation}) group by all)
    group by all`;
}
