import { type CSSProperties, type ReactNode, useEffect, useRef } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { SampleBanner } from "../../ui/sample-banner.tsx";
import { ShellFooter } from "../../ui/shell-footer.tsx";
import { messages } from "./messages.ts";
import { useLeaving, useReloadOnNewData, useWallScale } from "./use-wall.ts";
import "./wall.css";

interface WallProps {
  readonly question: string;
  readonly onLeave: () => void;
  readonly figures: ReactNode;
  readonly map: ReactNode;
  readonly leaders: ReactNode;
  readonly attention: ReactNode;
}

/** The overview on one screen without scrolling, enlarged to fill it. The frame of the pages steps aside (`wall.css`). */
export function Wall({ question, onLeave, figures, map, leaders, attention }: WallProps) {
  const text = useText(messages);
  const { scheme } = useScope();
  const programme = scheme.programme(useLanguage());
  const content = useRef<HTMLDivElement>(null);
  const scale = useWallScale(content);
  useReloadOnNewData();
  useLeaving(onLeave);
  useEffect(() => {
    document.title = `${text("wall")} · ${programme}`;
  }, [text, programme]);
  return (
    <div className="wall" style={{ "--scale": scale } as CSSProperties}>
      <div className="wall-content" ref={content}>
        <header className="wall-head">
          <h1>{programme}</h1>
          <p className="question">{question}</p>
          <button type="button" className="link" onClick={onLeave}>
            {text("leaveWall")}
          </button>
        </header>
        <SampleBanner />
        {figures}
        <div className="wall-columns">
          {map}
          {leaders}
          {attention}
        </div>
        <ShellFooter />
      </div>
    </div>
  );
}
