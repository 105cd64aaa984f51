import { existsSync } from "node:fs";
import { rowContracts } from "@mingchuang/ingest/contracts/catalogue";
import type { Contract } from "@mingchuang/ingest/contracts/contract";
import { type LoggedEvent, queryEvents, queryRowHistory, type RowVersion } from "@mingchuang/ingest/event-log";
import { requireStoreVersion } from "@mingchuang/ingest/store-version";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { workspaceArgument } from "../arguments.ts";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { findWorkspace } from "../workspace.ts";
import { pathInStore } from "./ingest-undo.ts";

/** Tells what happened to the files of a workspace, to one of them, or to one row. */
export const ingestLogCommand = (terminal: Terminal) => {
  const { messages, say } = terminal;
  const texts = messages.ingestLog;
  return command(
    texts.about,
    {
      file: { type: "positional", description: texts.file, required: false },
      row: { type: "string", description: texts.row, valueHint: "kind" },
      key: { type: "string", description: texts.key, valueHint: "key" },
      workspace: workspaceArgument(messages),
    },
    async ({ file, row, key, workspace: name }) => {
      if ((row === undefined) !== (key === undefined)) throw new UsageError(messages.usage.missing(row === undefined ? "--row" : "--key"));
      const workspace = findWorkspace(name);
      if (!existsSync(workspace.store)) throw new CliError("S102", workspace.store);
      await requireStoreVersion(workspace.store);
      const db = await openNodeDatabase(workspace.store, { readOnly: true });
      try {
        if (row !== undefined && key !== undefined) {
          const contract = contractNamed(row);
          const histories = await queryRowHistory(
            db,
            contract.kind,
            key.split(/[,，]/).map((part) => part.trim()),
          );
          if (histories.length === 0) throw new CliError("S126", `${key} · ${contract.title}: ${keyColumns(contract)}`);
          for (const { key: of, versions } of histories) {
            say(`${contract.title} ${of.map((part) => part ?? "—").join(" · ")}`);
            for (const version of versions) say(describeVersion(version, terminal));
          }
          return exitCodes.ok;
        }
        const path = file === undefined ? null : pathInStore(file, workspace);
        const events = await queryEvents(db, path);
        if (events.length === 0 && path !== null) throw new CliError("S125", path);
        say(
          events.length === 0
            ? texts.nothing
            : textTable(
                texts.header,
                events.map((event) => eventRow(event, terminal)),
              ),
        );
        return exitCodes.ok;
      } finally {
        await db.close();
      }
    },
  );
};

/** A kind by its code name or its Chinese name. */
function contractNamed(name: string): Contract {
  const contract = rowContracts.find(({ kind, title }) => kind === name || title === name);
  if (!contract) throw new CliError("S126", `${name}: ${rowContracts.map(({ kind, title }) => `${kind} ${title}`).join(", ")}`);
  return contract;
}

const keyColumns = ({ key, fields }: Contract) =>
  key.map((name) => `${fields.find((field) => field.name === name)?.header ?? name} (${name})`).join(", ");

const brief = (sha256: string) => sha256.slice(0, 8);

function eventRow(event: LoggedEvent, { messages }: Terminal): string[] {
  const texts = messages.ingestLog;
  const by = event.byPath === null ? "" : `${event.byPath} ${brief(event.bySha256 ?? "")}`;
  const { rowsIn, accepted, rejected, superseded } = event;
  return [
    String(event.eventNo),
    event.happenedAt ?? texts.unknownTime,
    texts.actions[event.action] + (event.errorCode === null ? "" : ` ${event.errorCode}`),
    `${event.path} ${brief(event.sha256)}`,
    texts.rows(event.action, event.rowCount, by),
    rowsIn === null ? "" : `${rowsIn} = ${accepted} + ${rejected} + ${superseded}`,
  ];
}

function describeVersion(version: RowVersion, { messages, language }: Terminal): string {
  const texts = messages.ingestLog;
  const { path, sheet, rowNo, loadedAt, standing, by, changes } = version;
  const place = texts.place(path, sheet, rowNo);
  const value = (text: string | null) => (text === null ? texts.blank : text);
  const lines = changes.map(({ field, header, before, after }) => {
    return `      ${language === "zh" ? header : field}: ${value(before)} → ${value(after)}`;
  });
  return [`  ${loadedAt ?? texts.unknownTime}  ${place}  ${texts.standings[standing](by ?? "")}`, ...lines].join("\n");
}
