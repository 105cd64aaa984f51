import { join } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { sqlLiteral } from "@mingchuang/warehouse/values";

/** Windows of a province. */
const windows = 18_000;

/**
 * Writes the reviews of one month of 2023 as Parquet: typed, ids as a platform gives them out, about three bad ones in ten thousand.
 * The same month and number of rows give the same rows.
 */
export async function writeMonth(folder: string, month: number, rows: number): Promise<void> {
  const first = `2023-${String(month).padStart(2, "0")}`;
  const db = await openNodeDatabase(":memory:", { memoryLimit: "1GB" });
  const draw = (salt: number, range: number) => `(hash(r, ${month * 100 + salt}) % ${range})::int`;
  await db.execute(`copy (
    select 'HCP${first.replace("-", "")}' || lpad(r::varchar, 9, '0') as review_id,
      'BJ' || lpad(${draw(1, 100_000_000)}::varchar, 10, '0') as case_id,
      'W' || lpad(${draw(2, windows)}::varchar, 6, '0') as window_id,
      'P' || lpad(${draw(3, 90_000)}::varchar, 6, '0') as person_id,
      'SX' || lpad(${draw(4, 900)}::varchar, 4, '0') as item_code,
      ['浙江政务服务网', '浙里办', '大厅', '自助机', '短信'][1 + ${draw(5, 5)}] as channel,
      if(${draw(6, 10_000)} < 3, 1 + ${draw(7, 2)}, [5, 5, 5, 5, 5, 5, 5, 4, 4, 3][1 + ${draw(8, 10)}])::tinyint as level,
      timestamp '${first}-01' + to_seconds((r * 2419200 // ${rows})::bigint) as rated_at,
      ${draw(9, 100)} < 35 as is_default,
      ['非客观', '客观', null][1 + ${draw(10, 3)}] as cause,
      if(${draw(11, 10)} = 0, null, (exp(${draw(12, 1000)} / 125.0) * (1 + ${draw(13, 100)} / 100.0))::int) as handling_minutes
    from range(${rows}) t(r)) to ${sqlLiteral(join(folder, `${String(month).padStart(2, "0")}.parquet`))} (format parquet, compression zstd)`);
  await db.close();
}

/** The same kind of reviews as one CSV over the months of a year. */
export function* csvLines(rows: number): Generator<string> {
  yield "评价编号,办件编号,窗口编号,人员编号,事项编码,评价渠道,评价等级,评价时间,默认评价,原因认定,办理时长\n";
  const channels = ["浙江政务服务网", "浙里办", "大厅", "自助机", "短信"];
  const levels = ["非常满意", "非常满意", "非常满意", "满意", "基本满意"];
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  let chunk = "";
  for (let row = 0; row < rows; row++) {
    // a multiplicative walk spreads the rows without a generator's state
    const drawn = Math.imul(row + 1, 2654435761) >>> 0;
    const month = 1 + Math.floor((row * 12) / rows);
    const isBad = drawn % 3331 === 0;
    const level = isBad ? "不满意" : levels[drawn % 5];
    const when = `2023-${pad(month, 2)}-${pad(1 + (row % 28), 2)} ${pad(8 + (drawn % 9), 2)}:${pad(drawn % 60, 2)}:${pad((drawn >>> 8) % 60, 2)}`;
    chunk += `HCP${pad(row, 12)},BJ${pad(drawn, 10)},W${pad(drawn % windows, 6)},P${pad((drawn >>> 3) % 90_000, 6)},SX${pad(drawn % 900, 4)},${channels[(drawn >>> 5) % 5]},${level},${when},${drawn % 100 < 35 ? "是" : "否"},${isBad ? "非客观" : ""},${1 + (drawn % 4000)}\n`;
    if (chunk.length > 1_000_000) {
      yield chunk;
      chunk = "";
    }
  }
  yield chunk;
}
