/** The numbered errors of the command line: what happened, why, and what to do. `docs/errors/<code>.md` is generated from here. */
export const cliErrors = {
  S101: {
    zh: "要导入的文件夹不存在，或不是文件夹。",
    en: "The folder to ingest does not exist, or is not a folder.",
    cureZh: "核对路径；文件夹里放入要导入的 .xlsx、.csv 或 .json 文件。",
    cureEn: "Check the path; put the .xlsx, .csv or .json files into that folder.",
  },
  S102: {
    zh: "工作区里还没有导入任何文件（缺少 store.duckdb）。",
    en: "Nothing has been ingested into this workspace yet (store.duckdb is missing).",
    cureZh: "先运行 mingchuang ingest <文件夹>，或用 --workspace 指明另一个工作区。",
    cureEn: "Run mingchuang ingest <folder> first, or name another workspace with --workspace.",
  },
  S103: {
    zh: "工作区里还没有评价结果（缺少 evaluation.duckdb）。",
    en: "This workspace has no evaluation yet (evaluation.duckdb is missing).",
    cureZh: "先运行 mingchuang evaluate。",
    cureEn: "Run mingchuang evaluate first.",
  },
  S104: {
    zh: "该对象的数据尚未发布：发布目录中没有清单，或清单中没有它的文件。",
    en: "Nothing is published for this audience: the published folder has no manifest, or the manifest has no file for it.",
    cureZh: "先运行 mingchuang publish；若只发布了部分对象，用 --profile 指明已发布的那个。",
    cureEn: "Run mingchuang publish first; if only some audiences were published, name one of those with --profile.",
  },
  S105: {
    zh: "网页尚未构建（缺少 apps/dashboard/dist）。",
    en: "The dashboard has not been built (apps/dashboard/dist is missing).",
    cureZh: "运行 npm start，它会在需要时构建网页。",
    cureEn: "Run npm start, which builds the dashboard when that is needed.",
  },
  S106: {
    zh: "端口已被占用，无法启动服务。",
    en: "The port is in use, so the server cannot start.",
    cureZh: "用 --port 换一个端口，或结束占用它的程序。",
    cureEn: "Choose another one with --port, or end the program that uses it.",
  },
  S107: {
    zh: "网页构建失败，原因附在后面。",
    en: "Building the dashboard failed; the reason follows.",
    cureZh: "按所附原因处理后重新运行 npm start；若改动过源代码，先运行 npm run check。",
    cureEn: "Deal with the reason given and run npm start again; if you changed the source, run npm run check first.",
  },
  S108: {
    zh: "文件夹里的 workspace.yaml 写得不合规定。",
    en: "The folder's workspace.yaml is not as required.",
    cureZh:
      "按错误所列字段更正；可用的字段为 name（名称）、sample（是否示例）、as_of（各年截止日，如 2023: 2023-12-31）、year（表中没有年度列时的年度，如 2024）、memory（导入最多用的内存，如 2GB）、threads（处理器数）、files（对文件的指定：路径或通配 → kind、encoding、separator、sheet、headerRow、mapping、ignore）。",
    cureEn:
      "Correct the field named in the error; the fields are name, sample (true or false), as_of (last day per year, 2023: 2023-12-31), year (of tables without a year column), memory (what an import may take, 2GB), threads (its processors) and files (path or pattern → kind, encoding, separator, sheet, headerRow, mapping, ignore).",
  },
  S109: {
    zh: "评价标准文件夹里没有任何 .yaml 文件。",
    en: "The folder of schemes holds no .yaml file.",
    cureZh: "恢复 data/schemes 中的文件，或指明放标准的文件夹（check 后直接写，evaluate 用 --schemes）。",
    cureEn: "Restore the files in data/schemes, or name the folder that holds them (after check, or with --schemes for evaluate).",
  },
  S110: {
    zh: "命令或参数写得不对。",
    en: "The command or an argument is not as it should be.",
    cureZh: "运行 mingchuang --help 或 mingchuang <命令> --help 查看用法。",
    cureEn: "See mingchuang --help or mingchuang <command> --help.",
  },
  S111: {
    zh: "示例文件要写入的文件夹里已有别的文件，为免混淆未写入。",
    en: "The folder for the sample already holds other files; nothing was written, so that the two cannot be mixed up.",
    cureZh: "换一个空文件夹，或移走其中的文件。",
    cureEn: "Choose an empty folder, or move those files away.",
  },
  S112: {
    zh: "没有指明工作区，而 .mingchuang 里没有工作区，或有好几个。",
    en: "No workspace was named, and .mingchuang holds none, or several.",
    cureZh: "用 --workspace 写明名称（如 --workspace sample）或路径；还没有工作区时先运行 mingchuang ingest <文件夹>。",
    cureEn:
      "Name one with --workspace, by its name (--workspace sample) or its path; if there is none yet, run mingchuang ingest <folder> first.",
  },
  S113: {
    zh: "这个工作区里已有另一个文件夹的数据，为免混在一起未导入。",
    en: "This workspace holds the data of another folder; nothing was ingested, so that the two are not mixed.",
    cureZh: "用 --workspace 另起一个名称；确要合并两个文件夹时，写明这个工作区的名称：--workspace <名称>。",
    cureEn: "Name another workspace with --workspace; to put both folders into one on purpose, name this one: --workspace <name>.",
  },
  S114: {
    zh: "导入的数据在评价之后有了变化，评价结果已经过时。",
    en: "The stored data have changed since they were evaluated, so the results are out of date.",
    cureZh: "先运行 mingchuang evaluate，再运行这个命令。",
    cureEn: "Run mingchuang evaluate, and then this command again.",
  },
  S115: {
    zh: "没有这个年度和荣誉的评价结果，或没有写明是哪一个荣誉。",
    en: "Nothing was evaluated for this year and honour, or it was not said which honour is meant.",
    cureZh: "用 --year 和 --honour 写明所列结果中的一个。",
    cureEn: "Name one of those listed with --year and --honour.",
  },
  S116: {
    zh: "所写的对象没有申报这个年度的这个荣誉。",
    en: "The subject did not apply for this honour in this year.",
    cureZh: "核对对象编号（窗口、个人或申报的编号）、--year 和 --honour。",
    cureEn: "Check the id (of a window, a person or an application), --year and --honour.",
  },
  S117: {
    zh: "没有写明是哪一个方案，或所写的方案不在评价过的方案里，或它没有这个命令要用的规定。",
    en: "It was not said which scheme is meant, or that scheme was not evaluated, or it lacks the rules that this command follows.",
    cureZh: "用 --scheme 写明错误中所列方案中的一个；没有列出时，先在方案里写出规定并重新评价。",
    cureEn: "Name one of the schemes listed with --scheme; if none is listed, write the rules into a scheme and evaluate again.",
  },
  S118: {
    zh: "这个文件无可撤销：工作区里没有它在用的数据。",
    en: "There is nothing to undo: the workspace holds no data of this file in force.",
    cureZh: "路径照导入账目所列的写；用 mingchuang ingest log 查看有哪些文件、各发生过什么。",
    cureEn: "Write its path as the account of the import does; mingchuang ingest log lists the files and what happened to each.",
  },
  S124: {
    zh: "这个文件没有可以恢复的版本：没有撤销过，或撤销之后又导入了新的内容。",
    en: "No version of this file can be brought back: none was undone, or other content of it was loaded since.",
    cureZh: "用 mingchuang ingest log <文件> 查看它的经过；要用旧内容，把旧文件放回文件夹再导入。",
    cureEn:
      "See what happened with mingchuang ingest log <file>; to use old content, put the old file back into the folder and ingest again.",
  },
  S125: {
    zh: "工作区里没有这个文件的记录。",
    en: "The workspace has no record of this file.",
    cureZh: "路径照导入账目所列的写，用 mingchuang ingest log 查看全部。",
    cureEn: "Write its path as the account of the import does; mingchuang ingest log lists all.",
  },
  S126: {
    zh: "没有这样的行。",
    en: "There is no such row.",
    cureZh: "--row 写数据的种类（如 窗口名录 或 windows），--key 写行的键，从第一个起，用逗号分开；键是哪几列见错误之后。",
    cureEn:
      "Give the kind of data after --row (such as windows) and the key of the row after --key, from its first part on, separated by commas; the columns of the key are named with this error.",
  },
  S129: {
    zh: "磁盘空间不足，没有写成；原有的文件未动。",
    en: "The disk is full, so the file could not be written; what was there before is as it was.",
    cureZh: "腾出空间，或把工作区移到更大的磁盘，再运行一次；已经导入的数据不受影响。",
    cureEn: "Free some space, or move the workspace to a larger disk, and run this again; data that were imported are not affected.",
  },
  S130: {
    zh: "没有读写这个文件或文件夹的权限，或磁盘只读。",
    en: "This file or folder may not be read or written, or the disk is read-only.",
    cureZh: "请管理员给予权限；工作区可用 --workspace 换到可写的文件夹。",
    cureEn: "Ask for permission; a workspace can be put into a folder that can be written to with --workspace.",
  },
  S119: {
    zh: "命令行中对文件的指定不对：文件不在文件夹里，或选项的取值不合规定。",
    en: "What the command line lays down for a file is not right: the file is not in the folder, or an option has a value that is not allowed.",
    cureZh: "--file 照账目所列的路径写；--kind、--encoding 等选项的取值见错误所列。",
    cureEn: "Write --file as the account names the path; the error lists the values of --kind, --encoding and the other options.",
  },
  S120: {
    zh: "要写入的文件已经存在，未作改动。",
    en: "The file to write is there already; it was left as it is.",
    cureZh: "换一个名称，或先移走原来的文件。",
    cureEn: "Choose another name, or move the old file away first.",
  },
  S121: {
    zh: "工作区里没有这个方案（和年度）的申报，没有可评的对象。",
    en: "The workspace has no application of this scheme (and year) to score.",
    cureZh: "先导入申报；核对 --scheme、--year 和 --workspace。",
    cureEn: "Ingest the applications first; check --scheme, --year and --workspace.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type CliErrorCode = keyof typeof cliErrors;

/** A failure that the person at the terminal can mend: its code and the particulars (a path, a port, a field). */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;
  readonly detail: string;

  constructor(code: CliErrorCode, detail: string, cause?: unknown) {
    super(`${code}  ${cliErrors[code].zh} / ${cliErrors[code].en}\n  ${detail}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}
