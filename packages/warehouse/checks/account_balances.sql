-- zh: 文件的行数账不平：读入行数应等于采用、拒收与被取代三者之和
-- en: A file's account does not balance: rows in must equal accepted, rejected and superseded together
-- severity: error
select path as what, concat(rows_in, ' ≠ ', accepted, ' + ', rejected, ' + ', superseded) as detail, file_id, cast(null as varchar) as sheet, cast(null as int) as row_no
from stg_files
where rows_in <> accepted + rejected + superseded
