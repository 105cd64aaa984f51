import { Link } from "@tanstack/react-router";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { messages } from "./messages.ts";

/** Three ways in, one for each kind of reader, each to pages that answer their question. */
export function Entrances({ firstId }: { readonly firstId: string | undefined }) {
  const { honour } = useScope();
  const { pathOf } = useHonours();
  const text = useText(messages);
  return (
    <div className="entrances">
      <section>
        <h3>{text("committee")}</h3>
        <p>{text("committeeQuestion")}</p>
        <ul>
          <li>
            <Link to="/ranking">{text("committeeRanking")}</Link>
          </li>
          <li>
            <Link to="/vetoes">{text("committeeVetoes")}</Link>
          </li>
          <li>
            <Link to="/selection">{text("committeeSelection")}</Link>
          </li>
        </ul>
      </section>
      <section>
        <h3>{text("experts")}</h3>
        <p>{text("expertsQuestion")}</p>
        <ul>
          {firstId === undefined ? null : (
            <li>
              <Link to={pathOf(honour)} params={{ id: firstId }}>
                {text("expertsFirst")}
              </Link>
            </li>
          )}
          <li>
            <Link to="/ranking">{text("expertsCut")}</Link>
          </li>
          <li>
            <Link to="/panel">{text("expertsPanel")}</Link>
          </li>
        </ul>
      </section>
      <section>
        <h3>{text("leadersWho")}</h3>
        <p>{text("leadersQuestion")}</p>
        <ul>
          <li>
            <Link to="/cities">{text("leadersCities")}</Link>
          </li>
          <li>
            <Link to="/trends">{text("leadersTrends")}</Link>
          </li>
          <li>
            <Link to="/reviews">{text("leadersReviews")}</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}
