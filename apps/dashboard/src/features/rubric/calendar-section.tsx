import { useText } from "../../lib/i18n.ts";
import { Citation } from "./citation.tsx";
import { messages } from "./messages.ts";
import { RuleTable } from "./rule-table.tsx";
import { useReading, useSay } from "./scheme-context.ts";

const yearDays = 366;
const months = Array.from({ length: 12 }, (_, place) => place + 1);

/** The place of a day in its year, from 0 to 1; the year of a day written in full is not looked at. */
function placeInYear(day: string): number {
  const [month = 1, date = 1] = day.slice(-5).split("-").map(Number);
  return (Date.UTC(2024, month - 1, date) - Date.UTC(2024, 0, 1)) / 86_400_000 / yearDays;
}

/** What is done when: the stretches of the year with their bars, and what comes round again and again. */
export function CalendarSection() {
  const text = useText(messages);
  const say = useSay();
  const { calendar, rhythm } = useReading().scheme;
  return (
    <>
      {calendar.length > 0 ? (
        <RuleTable
          caption={text("calendar")}
          className="calendar"
          head={[text("step"), text("days"), <Months key="months" />, text("source")]}
        >
          <tbody>
            {calendar.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">{say(entry.label)}</th>
                <td className="date">{entry.from === entry.to ? entry.from : `${entry.from} – ${entry.to}`}</td>
                <td aria-hidden="true">
                  <span className="year-strip">
                    <span
                      style={{
                        left: `${100 * placeInYear(entry.from)}%`,
                        width: `${100 * Math.max(1 / yearDays + placeInYear(entry.to) - placeInYear(entry.from), 1 / yearDays)}%`,
                      }}
                    />
                  </span>
                </td>
                <td>
                  <Citation source={entry.source} />
                </td>
              </tr>
            ))}
          </tbody>
        </RuleTable>
      ) : null}
      {rhythm.length > 0 ? (
        <RuleTable caption={text("rhythm")} head={[text("routine"), text("howOften"), text("source")]}>
          <tbody>
            {rhythm.map(({ id, label, every, source }) => (
              <tr key={id}>
                <th scope="row">{say(label)}</th>
                <td>{text(`every-${every}`)}</td>
                <td>
                  <Citation source={source} />
                </td>
              </tr>
            ))}
          </tbody>
        </RuleTable>
      ) : null}
    </>
  );
}

function Months() {
  const text = useText(messages);
  return (
    <span className="months">
      <span className="sr-only">{text("inTheYear")}</span>
      {months.map((month) => (
        <span key={month} aria-hidden="true">
          {month}
        </span>
      ))}
    </span>
  );
}
