/** The numbered errors of ingestion: F for a file, D for a row or cell, R214 for a score. `docs/errors/<code>.md` is generated from here. */
export const ingestErrors = {
  F101: {
    zh: "文件读不出来：系统拒绝打开它，或读到一半中断。",
    en: "The file could not be read: the system refused to open it or stopped half way.",
    cureZh: "确认文件没有被其他程序占用、当前用户有读取权限，然后重新导入；其他文件不受影响。",
    cureEn: "Make sure that no other program holds the file and that you may read it, then import again; other files are not affected.",
  },
  F102: {
    zh: "认不出这张表是什么：表头与任何一种数据都对不上。",
    en: "The kind of this table is not recognised: its headers fit no kind of data.",
    cureZh:
      "对照错误中列出的最接近的一种，补上缺少的表头（表头可在前 15 行内）；工作簿里不是数据的汇总页请隐藏或移出；外来格式的文件请写一个对照表，运行 mingchuang mapping <文件> 可得草稿。",
    cureEn:
      "Add the missing headers of the nearest kind named in the error (the header may be within the first 15 rows); hide or remove a sheet of sums that is no data; a foreign format needs a mapping, which mingchuang mapping <file> drafts.",
  },
  F103: {
    zh: "这张表同时符合两种数据，无法判断是哪一种。",
    en: "This table fits two kinds of data equally well.",
    cureZh: "错误中列出了这两种；删去只属于另一种的列，再导入。",
    cureEn: "The error names both; remove the columns that belong to the other kind only and import again.",
  },
  F104: {
    zh: "不支持这种文件格式，文件未读取。",
    en: "This file format is not supported; the file was not read.",
    cureZh: "另存为 .xlsx、.csv 或 .json 后再放入文件夹；与数据无关的文件可以不管。",
    cureEn: "Save it as .xlsx, .csv or .json; a file that holds no data can be left alone.",
  },
  F105: {
    zh: "这是旧版 Excel 文件（.xls），不予读取，以免误读。",
    en: "This is an old Excel file (.xls), which is not read because it can be misread.",
    cureZh: "在 Excel 或 WPS 中打开，另存为 .xlsx，再导入。",
    cureEn: "Open it in Excel or WPS, save it as .xlsx and import that.",
  },
  F106: {
    zh: "文件内容与扩展名不符。",
    en: "The content of the file is not what its extension says.",
    cureZh: "用能打开它的程序重新另存为 .xlsx 或 .csv，不要只改文件名。",
    cureEn: "Save it again as .xlsx or .csv from the program that opens it; renaming alone does not help.",
  },
  F107: {
    zh: "工作簿已损坏或不完整，无法打开。",
    en: "The workbook is damaged or incomplete and cannot be opened.",
    cureZh: "重新拷贝或重新导出该文件；若 Excel 能修复它，请修复后另存再导入。",
    cureEn: "Copy or export the file again; if Excel can repair it, repair it, save and import again.",
  },
  F108: {
    zh: "压缩包展开后过大，或压缩比异常，为安全起见未打开。",
    en: "The archive would unpack to an abnormal size and was not opened.",
    cureZh: "删去工作簿中多余的空行、空列和图片后另存；数据量确实很大时请改用 .csv。",
    cureEn: "Remove surplus blank rows, columns and pictures and save again; for really large data use .csv.",
  },
  F109: {
    zh: "文字编码无法识别：既不是 UTF-8、UTF-16，也不是 GB18030（GBK）。",
    en: "The text encoding is not recognised: neither UTF-8 nor UTF-16 nor GB18030 (GBK).",
    cureZh: "用 Excel 另存为“CSV UTF-8”，或用文本编辑器另存为 UTF-8。",
    cureEn: "Save it as “CSV UTF-8” from Excel, or as UTF-8 from a text editor.",
  },
  F110: {
    zh: "文件是空的，没有任何数据。",
    en: "The file is empty.",
    cureZh: "确认导出时选对了范围，重新导出后再导入。",
    cureEn: "Check the range chosen when exporting, export again and import that.",
  },
  F111: {
    zh: "这是一个指向文件夹之外的链接，未读取。",
    en: "This is a link to a place outside the folder; it was not read.",
    cureZh: "把文件本身拷贝到文件夹中，不要用链接代替。",
    cureEn: "Copy the file itself into the folder instead of linking to it.",
  },
  F112: {
    zh: "读取过程中文件被改动，本次读到的内容不可信，全部没有采用。",
    en: "The file changed while it was read, so nothing of what was read was used.",
    cureZh: "等待写入该文件的程序结束并关闭文件，再导入一次。",
    cureEn: "Wait until the program that writes the file has finished and closed it, then import again.",
  },
  F113: {
    zh: "内容与另一个文件完全相同，按重复文件处理，没有再次入库。",
    en: "The content is the same as another file's; it counts as a repeat and was not stored again.",
    cureZh: "无需处理；若本应是另一份数据，请检查是否拷错了文件。",
    cureEn: "Nothing needs to be done, unless it should have been other data: then check which file was copied.",
  },
  F114: {
    zh: "两列的表头表示同一个字段，无法判断用哪一列。",
    en: "Two columns have headers of the same field.",
    cureZh: "删去或改名其中一列，再导入。",
    cureEn: "Remove or rename one of the two columns and import again.",
  },
  F115: {
    zh: "对照表不合格式，或提到了不存在的字段。",
    en: "A mapping file is not in the right form, or names a field that does not exist.",
    cureZh: "按错误中指出的位置修改对照表；可参照 data/mappings 中的例子。",
    cureEn: "Correct the mapping file at the place named in the error; data/mappings has an example.",
  },
  F116: {
    zh: "工作簿设有打开密码，无法读取。",
    en: "The workbook needs a password to open.",
    cureZh: "在 Excel 中去掉打开密码，另存后再导入。",
    cureEn: "Remove the password in Excel, save and import again.",
  },
  F117: {
    zh: "表中没有年度列，也没有指定默认年度。",
    en: "The table has no year column and no default year was given.",
    cureZh: "在表中加一列年度（如“名录年度”），或在 ingest、start 后加 --year 2024，或在文件夹的 workspace.yaml 里写 year: 2024。",
    cureEn:
      "Add a year column (名录年度) to the table, or give the year: --year 2024 after ingest or start, or year: 2024 in the folder's workspace.yaml.",
  },
  F118: {
    zh: "另一个导入正在进行，本次没有开始。",
    en: "Another import is running, so this one did not start.",
    cureZh:
      "等它结束后再导入；或在 ingest 后加 --wait 600，最多等 600 秒。锁随进程一起消失，不会遗留；只有错误写明锁文件损坏时，才在确认没有导入运行后删除它。",
    cureEn:
      "Wait for it to finish, or let ingest wait with --wait 600 (seconds). The lock ends with its process and is never left behind; only if the error says that the lock file is damaged, delete it once you are sure that no import is running.",
  },
  F119: {
    zh: "两个方案文件的编号相同，无法判断评分表依据哪一个。",
    en: "Two scheme files have the same id, so it is open which of them a score sheet follows.",
    cureZh: "给每个方案文件一个自己的编号；同一方案只留一个文件。",
    cureEn: "Give each scheme file an id of its own, and keep one file for each scheme.",
  },
  F120: {
    zh: "数据库由另一版本写成，结构不同，未作改动。",
    en: "The store was written by another version and has a different structure; it was left as it is.",
    cureZh: "运行 npm start -- <文件夹>，它用原来的文件重建数据库，旧库另存；或换用写成它的版本。",
    cureEn:
      "Run npm start -- <folder>: it rebuilds the store from the files and keeps the old one aside. Or use the version that wrote it.",
  },
  F121: {
    zh: "这张工作表没有可识别的表头，按说明页跳过。",
    en: "This sheet has no recognisable header and was skipped as a page of notes.",
    cureZh: "若它确有数据，请补上表头再导入；否则无需处理。",
    cureEn: "If it does hold data, give it its headers and import again; otherwise nothing needs to be done.",
  },
  F122: {
    zh: "这张工作表是隐藏的，没有读取。",
    en: "This sheet is hidden and was not read.",
    cureZh: "若其中的数据应当计入，请取消隐藏后再导入。",
    cureEn: "If its data should count, unhide it and import again.",
  },
  F123: {
    zh: "自评分列的项目名称在评价方案中找不到，该列没有读取。",
    en: "The item named in a self-score column is not in the scheme; the column was not read.",
    cureZh: "把表头改为“自评·”加上方案中的项目名称。",
    cureEn: "Name the column 自评· followed by the item's name in the scheme.",
  },
  F124: {
    zh: "认出了表的种类，但缺少必填的列。",
    en: "The kind of the table is clear, but a required column is missing.",
    cureZh: "补上错误中列出的列，再导入。",
    cureEn: "Add the columns named in the error and import again.",
  },
  F125: {
    zh: "这个文件夹有自己的 workspace.yaml，是一套单独的数据，没有随上级文件夹读取。",
    en: "This folder has a workspace.yaml of its own: it is a set of data by itself and was not read with the folder above.",
    cureZh: "需要时单独导入这个文件夹；要与上级文件夹一起导入，请删除其中的 workspace.yaml。",
    cureEn: "Ingest this folder by itself when you need it; to read it with the folder above, remove its workspace.yaml.",
  },
  F126: {
    zh: "JSON 文件不完整，或有语法错误，没有读取。",
    en: "The JSON file breaks off or is not valid JSON; it was not read.",
    cureZh: "错误中指出了断在哪一行、哪一条之后；重新完整导出或拷贝该文件，再导入。",
    cureEn: "The error names the line, and the record after which it breaks; export or copy the whole file again and import that.",
  },
  F127: {
    zh: "JSON 文件里没有可以读成表的内容：需要一组对象。",
    en: "The JSON file has nothing that reads as a table: a list of objects is needed.",
    cureZh: '写成 [{…}, {…}]，或 {"表名": [{…}, {…}]}，或每行一个对象（.ndjson）。',
    cureEn: 'Write it as [{…}, {…}], as {"table": [{…}, {…}]}, or one object a line (.ndjson).',
  },
  F128: {
    zh: "对这个文件的指定（种类、编码、分隔符、工作表、表头行或对照表）与文件不符，没有读取。",
    en: "What was laid down for this file (kind, encoding, separator, sheet, header row or mapping) does not fit it; it was not read.",
    cureZh: "错误中列出了不符的一项；改正 workspace.yaml 中 files 下的这一项或命令行中的选项，或去掉它、由系统识别。",
    cureEn:
      "The error names the setting; correct it under files in workspace.yaml or on the command line, or remove it and let the file be recognised.",
  },
  F129: {
    zh: "workspace.yaml 中 files 下的这一项没有对上任何文件。",
    en: "This entry under files in workspace.yaml fits no file.",
    cureZh: "核对路径和写法（如 2023/*.csv），大小写也要一致；不再需要的请删去。",
    cureEn: "Check the path or pattern (such as 2023/*.csv), upper and lower case included; remove it if it is no longer needed.",
  },
  F130: {
    zh: "文件夹自带的这个对照表这次没有用上。",
    en: "This mapping, which the folder brings along, was not used this time.",
    cureZh: "核对 match 下的表头是否与文件中的完全一致，工作表名称也要在 sheets 之内；不再需要的请删去。",
    cureEn:
      "Check that the headers under match are those of the file, and its sheet one of sheets; remove the mapping if it is no longer needed.",
  },
  F131: {
    zh: "按规定不读取（workspace.yaml 的 files，或命令行）。",
    en: "Not read, as it was laid down (files in workspace.yaml, or the command line).",
    cureZh: "无需处理；若应当读取，请去掉这一规定。",
    cureEn: "Nothing needs to be done; remove that setting if it should be read.",
  },
  F132: {
    zh: "文件在一个字的中间被截断，后面的内容丢失，没有读取。",
    en: "The file breaks off in the middle of a character: what followed is lost; it was not read.",
    cureZh: "重新完整拷贝或导出该文件，再导入。",
    cureEn: "Copy or export the whole file again and import that.",
  },
  F140: {
    zh: "这张工作表是明窗写的说明（退回说明、填写说明），不是数据，没有读取。",
    en: "This sheet is an explanation that Mingchuang wrote (what to correct, how to fill in); it is not data and was not read.",
    cureZh: "无需处理。",
    cureEn: "Nothing needs to be done.",
  },
  F141: {
    zh: "这张工作表是模板的示例，内容是虚构的，没有读取。",
    en: "This sheet is a template's example; its rows are invented and were not read.",
    cureZh: "无需处理；数据请填在示例之外的工作表里。",
    cureEn: "Nothing needs to be done; data goes on the other sheets.",
  },
  F145: {
    zh: "要看的行太多，一次列不完。",
    en: "These are too many rows to tell at once.",
    cureZh: "在 --key 里多写几个键值，例如窗口编号之后再写年度或月份，用逗号分开。",
    cureEn: "Give more parts of the key after --key, such as the year or month after the window's number, separated by commas.",
  },
  F150: {
    zh: "Parquet 文件不完整、已损坏或已加密，读到的行数与文件自己记录的行数对不上，全部没有采用。",
    en: "The Parquet file is incomplete, damaged or encrypted, or does not have as many rows as it says; nothing of it was used.",
    cureZh: "重新拷贝或重新导出该文件，不要加密；导出程序没有结束时不要拷贝。",
    cureEn: "Copy or export the file again, without encryption, and only when the program that writes it has finished.",
  },
  F151: {
    zh: "工作区 events 文件夹里缺少评价记录的数据段，或数据段已不是写入时的样子。",
    en: "A segment of review events is missing from the workspace's events folder, or is not as it was written.",
    cureZh: "从备份恢复 events 文件夹；没有备份时，删除工作区的 store.duckdb，再重新导入原来的文件夹。",
    cureEn: "Restore the events folder from a backup; without one, delete store.duckdb of the workspace and ingest the folder again.",
  },
  F152: {
    zh: "Parquet 文件中要用的列存的是列表、结构或字节，不是单个的值。",
    en: "A column of the Parquet file that is needed holds lists, structures or bytes instead of single values.",
    cureZh: "导出时把该列展开成单个的值（文字、数字、日期），再导入。",
    cureEn: "Flatten the column to single values (text, numbers, dates) when exporting, and import again.",
  },
  F156: {
    zh: "磁盘空间不足，本次导入没有进行；原有的数据库未动，写到一半的内容已经删去。",
    en: "The disk is full. Nothing was imported: the store is as it was, and what was half written has been removed.",
    cureZh: "按错误中写明的缺口腾出空间（导入需要再放下一份数据库），或把工作区移到更大的磁盘，再导入一次。",
    cureEn:
      "Free the space that the error says is missing (an import needs room for a second copy of the store), or move the workspace to a larger disk, and import again.",
  },
  F157: {
    zh: "另一个程序正打开数据库写入，或写过之后没有正常关闭（旁边留有 .wal 文件）；数据库未动。",
    en: "Another program has the store open for writing, or did not close it properly (a .wal file lies beside it); the store was left as it is.",
    cureZh: "关闭那个程序再导入；若留有 .wal 文件，用那个程序再打开一次并正常关闭，或恢复备份。",
    cureEn:
      "Close that program and import again; where a .wal file is left, open the store with it once more and close it, or restore a copy.",
  },
  F158: {
    zh: "数据库文件已损坏、不完整，或根本不是本系统的数据库；未作改动。",
    en: "The store is damaged, incomplete or no database of this system; it was left as it is.",
    cureZh: "把它改名留存，再导入原来的文件夹：全部内容可由来源文件重建。",
    cureEn: "Keep it under another name and import the original folder again: all of it is rebuilt from the source files.",
  },
  F159: {
    zh: "没有在工作区文件夹中写入的权限，或该磁盘只读。",
    en: "The folder of the workspace cannot be written to: permission is missing, or the disk is read-only.",
    cureZh: "请管理员给予写入权限，或用 --workspace 指明一个可写的文件夹。",
    cureEn: "Ask for permission to write there, or name a folder that can be written to with --workspace.",
  },
  F160: {
    zh: "工作簿读了太久仍未读完，已停止；其他文件不受影响。",
    en: "The workbook took far too long to read and was stopped; other files are not affected.",
    cureZh: "在 Excel 或 WPS 中打开，只留数据，另存为新的 .xlsx；数据量大时改用 .csv。",
    cureEn: "Open it in Excel or WPS, keep the data only and save it as a new .xlsx; for large data use .csv.",
  },
  F161: {
    zh: "读工作簿所需的内存超出限度，已停止；其他文件不受影响。",
    en: "Reading the workbook took more memory than is allowed and was stopped; other files are not affected.",
    cureZh: "把数据分成几个文件，或改用 .csv。",
    cureEn: "Split the data over several files, or use .csv.",
  },
  F162: {
    zh: "这不是普通文件（是管道、套接字或设备），未读取。",
    en: "This is no ordinary file but a pipe, a socket or a device; it was not read.",
    cureZh: "把它移出文件夹。",
    cureEn: "Move it out of the folder.",
  },
  F163: {
    zh: "文件夹里另有一个文件，名称与它看起来完全一样（同一个字符的两种编码），为免混淆只读取了其中一个。",
    en: "Another file of the folder has what looks like the very same name (two encodings of one character); only one of them was read.",
    cureZh: "给其中一个改名，再导入。",
    cureEn: "Rename one of them and import again.",
  },
  F164: {
    zh: "导入过程中文件夹不见了，或无法打开；没有导入任何内容。",
    en: "The folder went away during the import, or cannot be opened; nothing was imported.",
    cureZh: "接好移动硬盘或网络盘，确认能打开文件夹，再导入一次。",
    cureEn: "Connect the drive or share again, make sure that the folder opens, and import again.",
  },
  F165: {
    zh: "文件的内部结构不是办公软件会写出的（如相互重叠的条目、数量异常的合并区域、两千列以上），为安全起见未打开。",
    en: "The inside of the file is nothing that an office program writes (parts that overlap, an absurd number of merged ranges, more than two thousand columns); for safety it was not opened.",
    cureZh: "确认文件来源；在 Excel 或 WPS 中打开，删去多余的行、列和合并，另存为新的文件，再导入。",
    cureEn:
      "Make sure where the file comes from; open it in Excel or WPS, remove surplus rows, columns and merged ranges, save it anew and import that.",
  },
  F133: {
    zh: "这是另一种电子表格格式（.xlsb、.ods、.et 等），未读取，以免误读。",
    en: "This is another spreadsheet format (.xlsb, .ods, .et or the like), which is not read because it can be misread.",
    cureZh: "在 Excel 或 WPS 中打开，另存为 .xlsx，再导入。",
    cureEn: "Open it in Excel or WPS, save it as .xlsx and import that.",
  },
  F134: {
    zh: "这个文件其实不是工作簿，而是存成 .xls 等名字的网页或 XML 表格，未读取。",
    en: "This file is not a workbook but a web page or an XML table saved under the name of one; it was not read.",
    cureZh: "用 Excel 或 WPS 打开（提示格式与扩展名不符时选“是”），核对内容后另存为 .xlsx，再导入；能导出 CSV 的系统请直接导出 CSV。",
    cureEn:
      "Open it in Excel or WPS (answer yes when told that format and extension differ), check it, save it as .xlsx and import that; if the system exports CSV, take the CSV.",
  },
  F135: {
    zh: "提醒：这个工作簿带有宏。单元格已照常读取，宏没有运行。",
    en: "Note: this workbook has macros. Its cells were read as usual; the macros were not run.",
    cureZh: "无需处理；若数据要运行宏才会更新，请在 Excel 中运行并保存后再导入。",
    cureEn: "Nothing needs to be done; if the figures are only right once a macro has run, run it in Excel, save and import again.",
  },
  F136: {
    zh: "提醒：表中有隐藏的行或列（例如筛选后没有恢复），已和其他行列一样读取。",
    en: "Note: the table has hidden rows or columns (a filter left on, for example); they were read like all others.",
    cureZh: "无需处理；若隐藏的行不应计入，请删除它们再导入，仅隐藏不算删除。",
    cureEn: "Nothing needs to be done; if hidden rows should not count, delete them and import again: hiding is not deleting.",
  },
  F137: {
    zh: "提醒：这一列没有表头，其中的内容没有读取。",
    en: "Note: this column has no header; what stands in it was not read.",
    cureZh: "若内容应当计入，请给这一列补上表头再导入；批注、草稿可以不管。",
    cureEn: "If it should count, give the column its header and import again; remarks and drafts can be left alone.",
  },
  F138: {
    zh: "提醒：推荐表里的这个对象已经有申报，推荐表没有更多内容，这一行没有另外入库。",
    en: "Note: this nominee of a list already has an application, which says more; the list's row was not stored besides.",
    cureZh: "无需处理；申报撤回后再导入一次，推荐表的这一行就会计入。",
    cureEn: "Nothing needs to be done; once the application is withdrawn, the next import takes the list's row in.",
  },
  D201: {
    zh: "必填的单元格是空的。",
    en: "A required cell is blank.",
    cureZh: "补上内容后再导入；空白不会被当作 0。",
    cureEn: "Fill it in and import again; a blank is never taken for 0.",
  },
  D202: {
    zh: "应为不小于 0 的整数。",
    en: "This should be a whole number of at least 0.",
    cureZh: "只填数字，不带单位、百分号或小数；没有数据就留空。",
    cureEn: "Enter digits only, without a unit, percent sign or decimals; leave it blank when there is no data.",
  },
  D204: {
    zh: "应为日期或时间，例如 2023-09-28 或 2023-09-28 13:05。",
    en: "This should be a date or time, such as 2023-09-28 or 2023-09-28 13:05.",
    cureZh: "改为真实存在的日期，年份写四位。",
    cureEn: "Enter a date that exists, with a year of four digits.",
  },
  D205: {
    zh: "应为月份，例如 2023-09。",
    en: "This should be a month, such as 2023-09.",
    cureZh: "写成“年-月”，月份两位；不要写成会与小数混淆的 2023.1。",
    cureEn: "Write year-month with two digits for the month; not 2023.1, which reads as a decimal.",
  },
  D206: {
    zh: "不在规定的取值之内。",
    en: "This is not one of the allowed values.",
    cureZh: "改为规定的取值之一；导入报告在这一行后面列出可填的值。",
    cureEn: "Enter one of the allowed values; the ingestion report lists them after the row.",
  },
  D207: {
    zh: "应为“是”或“否”。",
    en: "This should be 是 (yes) or 否 (no).",
    cureZh: "填“是”或“否”，不清楚就留空。",
    cureEn: "Enter 是 or 否, or leave it blank when unknown.",
  },
  D208: {
    zh: "应为不小于 0、最多两位小数的分数。",
    en: "This should be a number of points of at least 0 with at most two decimals.",
    cureZh: "只填数字；扣分也填正数，例如扣 5 分填 5。",
    cureEn: "Enter digits only; a deduction is a positive number too: 5 for five points off.",
  },
  D209: {
    zh: "这是合计行，不是数据，没有入库。",
    en: "This is a total row, not data; it was not loaded.",
    cureZh: "无需处理；系统自己计算合计。",
    cureEn: "Nothing needs to be done: totals are computed.",
  },
  D210: {
    zh: "这是重复出现的表头，不是数据，没有入库。",
    en: "This is a repeated header, not data; it was not loaded.",
    cureZh: "无需处理。",
    cureEn: "Nothing needs to be done.",
  },
  D211: {
    zh: "这一行的格式是坏的：引号没有成对，或列数与表头不同。",
    en: "This line is malformed: a quote is not closed, or it has another number of columns than the header.",
    cureZh: "检查这一行的引号和分隔符；含分隔符或换行的内容要用一对双引号括起来。",
    cureEn: "Check the quotes and separators of this line; text with a separator or line break goes between double quotes.",
  },
  D212: {
    zh: "同一文件中有两行或更多行编号相同而内容不同，无法判断哪一行正确，均未入库。",
    en: "Two or more rows of this file have the same key and different contents; none of them was stored.",
    cureZh: "编号被改短而看似相同的，恢复原编号；确是同一件事的，保留正确的一行。改正后再导入。",
    cureEn:
      "Where numbers only look alike because they were cut short, restore them; where it is one thing, keep the right row. Then import again.",
  },
  D213: {
    zh: "单元格里是公式错误（如 #REF!、#N/A），没有值。",
    en: "The cell holds a formula error (such as #REF! or #N/A), not a value.",
    cureZh: "修好公式，或改填数值。",
    cureEn: "Repair the formula or enter the value.",
  },
  D214: {
    zh: "应为四位年份，例如 2023。",
    en: "This should be a year of four digits, such as 2023.",
    cureZh: "改为 2000 至 2100 之间的年份。",
    cureEn: "Enter a year between 2000 and 2100.",
  },
  D215: {
    zh: "评价等级应为 1 至 5，或“非常满意”至“非常不满意”。",
    en: "The level should be 1 to 5, or 非常满意 to 非常不满意.",
    cureZh: "改为五级之一。",
    cureEn: "Enter one of the five levels.",
  },
  D216: {
    zh: "这是表下的注释行，不是数据，没有入库。",
    en: "This is a note below the table, not data; it was not loaded.",
    cureZh: "无需处理。",
    cureEn: "Nothing needs to be done.",
  },
  D217: {
    zh: "应为一个期间：月、季度、半年或年，例如 2023-04、2023Q2、2023年第二季度、2023年上半年、2023。",
    en: "This should be a period: a month, quarter, half-year or year, such as 2023-04, 2023Q2, 2023H1 or 2023.",
    cureZh: "改为其中一种写法。",
    cureEn: "Write it in one of these ways.",
  },
  D218: {
    zh: "应为一个数，例如 1.75 或 98.6%。",
    en: "This should be a number, such as 1.75 or 98.6%.",
    cureZh: "只填数字，计量单位填在“计量单位”列；没有数据就留空，不要填 0 或“无”。",
    cureEn: "Enter a number alone, its unit in 计量单位; leave the cell blank when there are no data, neither 0 nor 无.",
  },
  D221: {
    zh: "五个等级之和不等于主动评价量。",
    en: "The five levels do not add up to the active reviews.",
    cureZh: "核对各等级数与主动评价量；默认评价不计入主动评价。",
    cureEn: "Check the levels and the active reviews; default reviews are not active ones.",
  },
  D222: {
    zh: "好评数或差评数与各等级之和不一致。",
    en: "The good or bad reviews differ from the sum of their levels.",
    cureZh: "好评为非常满意、满意、基本满意之和，差评为不满意、非常不满意之和；核对后再导入。",
    cureEn: "Good is the sum of levels 5, 4 and 3, bad of 2 and 1; correct and import again.",
  },
  D223: {
    zh: "提醒：差评数多于主动评价量。该行已入库。",
    en: "Note: more bad reviews than active reviews. The row was stored.",
    cureZh: "核对两个数字的口径。",
    cureEn: "Check what the two figures count.",
  },
  D224: {
    zh: "提醒：主动评价量多于办件量。该行已入库。",
    en: "Note: more active reviews than cases. The row was stored.",
    cureZh: "核对办件量；一件多评时可以忽略。",
    cureEn: "Check the number of cases; ignore this where a case is reviewed several times.",
  },
  D225: {
    zh: "差评明细中出现了不是差评的等级。",
    en: "A level that is not bad stands among the bad reviews.",
    cureZh: "差评只有“不满意”和“非常不满意”；改正等级，或把这一行从差评明细中删去。",
    cureEn: "Only levels 2 and 1 are bad; correct the level or remove the row.",
  },
  D231: {
    zh: "停用日期早于启用日期。",
    en: "The window closes before it opens.",
    cureZh: "核对两个日期。",
    cureEn: "Check the two dates.",
  },
  D232: {
    zh: "提醒：后一步的时间早于前一步。该行已入库。",
    en: "Note: a later step is dated before an earlier one. The row was stored.",
    cureZh: "核对两个时间；办理时限据此计算。",
    cureEn: "Check the two times; handling times are computed from them.",
  },
  D241: {
    zh: "评分项目在评价方案中找不到；或几种荣誉、几个方案中都有，本行没有写明是哪一个，申报也还没有导入。",
    en: "The item is not in the scheme; or several honours or schemes have it, the row names none of them, and its application is not there yet.",
    cureZh: "按方案填写项目名称；必要时先导入申报，或加上“荣誉”“方案编号”两列。",
    cureEn:
      "Name the item as the scheme does; import the application first, or add the columns 荣誉 (honour) and 方案编号 (scheme) if needed.",
  },
  D242: {
    zh: "条款不在该评分项目之下，或逐条扣分却没有写明条款。",
    en: "The clause is not one of the item, or a deduction by clause names no clause.",
    cureZh: "按方案填写条款名称或编号。",
    cureEn: "Name the clause or its number as the scheme does.",
  },
  D243: {
    zh: "加分事项由荣誉和新举措计算，不由评委评分。",
    en: "The bonus is computed from honours and innovations, not scored by graders.",
    cureZh: "从评分表中删去加分行，把荣誉填入“荣誉”表、新举措填入“新举措”表。",
    cureEn: "Remove the bonus from the score sheet; hand in honours and innovations in their own tables.",
  },
  D244: {
    zh: "扣分不等于该条款规定的分值，也不是 0。",
    en: "The deduction is neither what the clause prescribes nor 0.",
    cureZh: "达到要求填 0，未达到填条款规定的分值；其他幅度请另起一行，类型填“酌情扣分”并写明原因和佐证。",
    cureEn:
      "Enter 0 when the clause is met and its prescribed points when not; any other amount goes in a row of kind 酌情扣分 with reason and evidence.",
  },
  D245: {
    zh: "酌情扣分缺少大于 0 的分值、原因或佐证。",
    en: "A discretionary deduction lacks an amount above 0, a reason or evidence.",
    cureZh: "补齐分值、扣分原因和佐证；没有酌情扣分就删去这一行。",
    cureEn: "Give the amount, the reason and the evidence, or remove the row.",
  },
  D246: {
    zh: "评分类型与项目不符：有的项目按条款扣分，有的项目给分。",
    en: "The kind of score does not fit the item: some items are deducted from by clause, others are given points.",
    cureZh: "窗口的项目填“扣分”或“酌情扣分”，人员的项目填“给分”。",
    cureEn: "Items of windows take 扣分 or 酌情扣分, items of persons take 给分.",
  },
  D247: {
    zh: "分数填在了另一列：扣分的行填“扣分”列，给分的行填“给分”列。",
    en: "The amount stands in the other column: deductions go in 扣分, given points in 给分.",
    cureZh: "把分数移到正确的列。",
    cureEn: "Move the amount to the right column.",
  },
  D248: {
    zh: "自评分的项目不属于所申报的荣誉。",
    en: "The self score is for an item that the honour applied for does not have.",
    cureZh: "清空这一格，或改正申报荣誉。",
    cureEn: "Clear the cell or correct the honour.",
  },
  D249: {
    zh: "提醒：没有一个方案有这个名称的指标、清单要点或称号事项，没有规则会用到它。该行已入库。",
    en: "Note: no scheme has an indicator, a checklist point or an event of this name, so that no rule will use it. The row was stored.",
    cureZh: "按方案填写名称或编号；几个方案都有这个名称时，加一列“方案编号”。",
    cureEn: "Name it as the scheme does; add a column 方案编号 where several schemes have the name.",
  },
  D250: {
    zh: "分子和分母只填了一个，算不出比率。",
    en: "Only one of numerator and denominator is given, so that there is no rate.",
    cureZh: "两个都填，或都留空。",
    cureEn: "Give both, or leave both blank.",
  },
  D251: {
    zh: "名次从 1 开始。",
    en: "Places begin at 1.",
    cureZh: "改正名次；没有名次就留空。",
    cureEn: "Correct the place, or leave it blank when there is none.",
  },
  D252: {
    zh: "这一行（条）不是一个完整的 JSON 对象。",
    en: "This line or record is not a complete JSON object.",
    cureZh: '检查引号、逗号和括号；每条记录写成 {"表头": 值, …}。',
    cureEn: 'Check its quotes, commas and brackets; a record is written {"header": value, …}.',
  },
  D253: {
    zh: "这一格是嵌套的对象或数组，不是一个值。",
    en: "This cell holds an object or a list, not one value.",
    cureZh: "把需要的值提出来，直接写在这个字段上。",
    cureEn: "Take out the value that is meant and write it as the field itself.",
  },
  D254: {
    zh: "这一行（条）过长（超过 1048576 字），没有读取。",
    en: "This line or record is too long (over 1048576 characters); it was not read.",
    cureZh: "多半是文件损坏或缺少换行；检查这一行，重新导出后再导入。",
    cureEn: "Most likely the file is damaged or lacks line breaks; look at this line, export the file again and import that.",
  },
  D255: {
    zh: "同一条记录里有两个同名而不同值的字段，无法判断用哪一个。",
    en: "A name stands twice in this record with different values, so that it is open which is meant.",
    cureZh: "只保留正确的一个。",
    cureEn: "Keep the right one only.",
  },
  D270: {
    zh: "原窗口编号与现窗口编号相同，却不是更名或迁移。",
    en: "The old and the new window number are the same, yet this is neither a rename nor a move.",
    cureZh: "合并、拆分、重新编号须写出不同的编号；只改了名称或地址的，变更类型填更名或迁移。",
    cureEn: "A merger, a split or a new number needs two different numbers; where only the name or address changed, say 更名 or 迁移.",
  },
  D271: {
    zh: "撤销的窗口不应有现窗口编号，其他变更则必须有。",
    en: "A closed window has no new number, and every other change must have one.",
    cureZh: "撤销的把现窗口编号留空；并入别处的，变更类型填合并。",
    cureEn: "Leave the new number blank for 撤销; if the window went into another, say 合并.",
  },
  D272: {
    zh: "窗口沿革首尾相接绕成一圈，这些变更不予采用。",
    en: "Changes of windows run in a circle; they are not used.",
    cureZh:
      "按文件核对错误所列的每一行：多半是原、现窗口编号写反，或编号收回后又给了别的窗口。改正后重新导入，或用 mingchuang ingest undo 撤销该文件。",
    cureEn:
      "Check each row named against its document: most likely the old and the new number are the wrong way round, or a number was used again. Correct and import again, or take the file back with mingchuang ingest undo.",
  },
  D273: {
    zh: "同一窗口的沿革互相矛盾。",
    en: "The changes of one window contradict one another.",
    cureZh: "一个窗口只有一次去向：撤销、并入、改编或拆分择一；拆分的每一行都填拆分、同一天。改正后重新导入。",
    cureEn:
      "A window goes one way only: closed, merged, renumbered or split; every row of a split says 拆分 and has the same day. Correct and import again.",
  },
  D274: {
    zh: "窗口沿革与名录不符。",
    en: "Changes of windows do not fit the registers.",
    cureZh: "核对窗口编号；变更之后的年度，名录里不应再有原窗口。",
    cureEn: "Check the window numbers; after the change the registers should no longer list the old window.",
  },
  D275: {
    zh: "不是默认评价，却没有评价等级。",
    en: "The review was not given by default and has no level.",
    cureZh: "填上评价等级；若确是默认评价，把“默认评价”改为“是”。",
    cureEn: "Fill in the level, or say 是 in 默认评价 when it was given by default.",
  },
  D276: {
    zh: "提醒：办理时长是负数，或办结早于受理。该评价已入库，但不参加办理时长统计。",
    en: "Note: the handling time is negative, or the case was finished before it was accepted. The review was stored, without a handling time.",
    cureZh: "核对受理时间、办结时间或办理时长。",
    cureEn: "Check the times of acceptance and completion, or the handling time.",
  },
  D282: {
    zh: "编号是科学记数法的数，多半已被 Excel 改短，后面的位数丢失，无法复原；该行没有入库。",
    en: "The number is in scientific notation: Excel has most likely rounded it, and the digits that are gone cannot be brought back; the row was not stored.",
    cureZh: "从原系统重新导出，编号列先设为“文本”格式再粘贴；不要删去看似重复的行。",
    cureEn:
      "Export again from the system it came from, with the column set to Text before anything is pasted; do not delete rows that look alike.",
  },
  D283: {
    zh: "提醒：同一对象在同一年度对同一荣誉有不止一份申报。各份均已入库。",
    en: "Note: a subject has more than one application for one honour in a year. All of them were stored.",
    cureZh: "保留有效的一份；多余的从文件中删去后重新导入，或用 mingchuang ingest undo 撤销多出的文件。",
    cureEn:
      "Keep the one that is valid; delete the others from their file and import again, or take the file back with mingchuang ingest undo.",
  },
  D284: {
    zh: "提醒：另一个文件对同一申报对象也报过这类内容，两份都计入。",
    en: "Note: another file has such entries for the same subject too, and both count.",
    cureZh: "后一份若是更正，请改正原来的文件后重新导入，或用 mingchuang ingest undo 撤销前一份；确是两件事的，无需处理。",
    cureEn:
      "If the later file is a correction, correct the earlier file itself and import again, or take it back with mingchuang ingest undo; nothing to do if both are right.",
  },
  D256: {
    zh: "表格上写的名称在当年名录里找不到（现名、曾用名都没有），这份表没有入库。",
    en: "Nobody in that year's register has the name on the form, neither now nor before; the form was not stored.",
    cureZh: "对照错误中列出的相近名称改正；名录还没有交的，把名录和表格放在一起再导入；也可直接填写窗口编号或人员编号。",
    cureEn:
      "Correct the name by the near ones listed; hand in the register together with the form if it is not there yet; an id in place of the name is accepted too.",
  },
  D257: {
    zh: "名录里有几个对象叫这个名称，分不清是哪一个，这份表没有入库。",
    en: "Several in the register have this name and the form does not tell which is meant; it was not stored.",
    cureZh: "在表格上写明设区市、主管单位或所在窗口，或直接填写窗口编号、人员编号。",
    cureEn: "Give the city, the unit in charge or the window on the form, or the id in place of the name.",
  },
  D258: {
    zh: "考核分没有打满，又没有写扣分原因，看不出扣在哪一条，没有入库。",
    en: "The score is below the item's points and no reason is given, so that it is open which clause is not met; it was not stored.",
    cureZh: "在“扣分原因”里写明是第几条没有做到，或写明酌情扣分的原因；打满分的不用写。",
    cureEn:
      "Name the clause that is not met in the column of reasons, or give the reason of a discretionary deduction; full marks need none.",
  },
  D259: {
    zh: "表格上缺少必要的一项（窗口名称或姓名、荣誉、评委、轮次），这份表没有入库。",
    en: "The form lacks something it cannot be read without (window or name, honour, grader, round); it was not stored.",
    cureZh: "在表格上方或下方补写错误中列出的内容，例如“评委：G1　轮次：初审”，再导入。",
    cureEn: "Add what the error names above or below the table, such as 评委：G1 轮次：初审, and import again.",
  },
  D260: {
    zh: "评分表里的这项内容没有随之读取：自评分要与申报表放在同一个工作簿，一票否决要填入“查实事项”表。",
    en: "This part of a rubric was not read: self scores belong in one workbook with the application form, a veto in the table of findings.",
    cureZh: "把自评表与申报表放进同一个工作簿再导入；一票否决的情形填入“查实事项”表。",
    cureEn: "Put the self assessment and the application form into one workbook; hand in what can veto in the table 查实事项.",
  },
  D261: {
    zh: "提醒：荣誉是写在一个格里的一段文字，分不出名称、级别和日期，没有计入荣誉。",
    en: "Note: honours are written as one text, in which title, level and date cannot be told apart; none of them was taken in.",
    cureZh: "按“荣誉名称、级别、授予单位、授予日期”分列填写，或另交一张“荣誉”表。",
    cureEn: "List them in columns 荣誉名称, 级别, 授予单位, 授予日期, or hand in a table of honours.",
  },
  D262: {
    zh: "提醒：这个编号在名录或申报里找不到，这一行不会计入任何对象。该行已入库。",
    en: "Note: no register or application has this id, so that the row counts for nobody. The row was stored.",
    cureZh: "改正编号，或补交缺少的名录、申报；补上以后这条提醒自行消失。",
    cureEn: "Correct the id, or hand in the register or application that is missing; the note then goes by itself.",
  },
  D263: {
    zh: "提醒：设区市、县(市、区)或其代码认不出来，在名录年度无效，或县(市、区)不属于所填的设区市。该行已入库。",
    en: "Note: the city, county or code is not known, was not in force in the register's year, or the county is not in that city. The row was stored.",
    cureZh: "按当年的行政区划填写（如杭州 2021 年 4 月起没有下城区、江干区）。",
    cureEn: "Use the divisions of that year (Hangzhou, for instance, has had no 下城区 or 江干区 since April 2021).",
  },
  D264: {
    zh: "提醒：这个月窗口尚未启用或已经停用，却有统计。该行已入库。",
    en: "Note: counts for a month in which the window was not open yet or already closed. The row was stored.",
    cureZh: "核对月份，或名录中的启用、停用日期。",
    cureEn: "Check the month, or the opening and closing days in the register.",
  },
  D265: {
    zh: "提醒：另一个文件对同一内容报过不同的数，以后载入的这一行为准，先前的已被取代。",
    en: "Note: another file gave other figures for the same thing. This row was loaded later and counts; the earlier one is superseded.",
    cureZh:
      "若是更正且每个数都对（“→ 空白”表示原来的数没有了），无需处理；否则核对哪一份正确。两位评委用了同一个编号时，给其中一位换一个编号。",
    cureEn:
      "Nothing to do if it is a correction and every figure is right (“→ 空白” means that the earlier figure is gone); otherwise check which is right. Where two graders use one id, give one of them another.",
  },
  D266: {
    zh: "提醒：各渠道之和与全渠道的一行不符；结果采用全渠道的一行。",
    en: "Note: the channels do not add up to the row for all channels, which is the one that counts.",
    cureZh: "核对各渠道与全渠道的数。",
    cureEn: "Check the figures of the channels and of the whole.",
  },
  D267: {
    zh: "提醒：差评数与差评明细的条数不符。该行已入库。",
    en: "Note: the number of bad reviews differs from those that are listed. The row was stored.",
    cureZh: "补齐或改正差评明细，或核对差评数；一票否决按明细认定。",
    cureEn: "Complete or correct the list, or check the count; vetoes are judged by the list.",
  },
  D268: {
    zh: "提醒：自评分只填了一部分项目，缺少的不当作 0 分。",
    en: "Note: the application gives its own score for some items only; those missing are not taken for 0.",
    cureZh: "补上列出的项目的自评分。",
    cureEn: "Add the self scores of the items listed.",
  },
  D269: {
    zh: "提醒：这位评委对这份申报只评了一部分条款，空白的视为尚未评分，不当作 0 分。",
    en: "Note: this grader scored only some of the clauses of this application; blanks are not yet scored and never 0.",
    cureZh: "请评委补评；达到要求的条款填 0。",
    cureEn: "Ask the grader for the rest; a clause that is met takes 0.",
  },
  R214: {
    zh: "评分超出本项分值。",
    en: "Score outside its item.",
    cureZh: "改为 0 至本项分值之间的分数，再导入；这一行没有入库。",
    cureEn: "Correct the cell to between 0 and the item's points and import the file again; nothing of this row was stored.",
  },
} as const satisfies Record<string, { zh: string; en: string; cureZh: string; cureEn: string }>;

export type IngestErrorCode = keyof typeof ingestErrors;

export function isIngestErrorCode(code: string): code is IngestErrorCode {
  return Object.hasOwn(ingestErrors, code);
}

/** A file (or a whole load) that cannot be taken in. Rows that cannot are not errors but problems in the report. */
export class IngestError extends Error {
  override readonly name = "IngestError";
  readonly code: IngestErrorCode;
  readonly detail: string;

  constructor(code: IngestErrorCode, detail: string, cause?: unknown) {
    const { zh, en, cureZh, cureEn } = ingestErrors[code];
    super(`${code}  ${zh} / ${en}\n  ${detail}\n  ${cureZh} / ${cureEn}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}
