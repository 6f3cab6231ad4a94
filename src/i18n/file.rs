//! Sentences about files: why one was not taken, and what was repaired in one that was. Each says what it is and what to
//! do; the place stands beside it.

use super::Lang;
use super::format::short;
use super::ui as words;
use crate::model::{Bi, Issue, IssueCode, Problem, ReadError};

/// The sentence in one of the languages.
macro_rules! say {
    ($lang:expr, $en:literal, $zh:literal) => {
        match $lang {
            Lang::En => format!($en),
            Lang::Zh => format!($zh),
        }
    };
}

/// Why a file was not taken.
pub fn read_error(error: &ReadError, lang: Lang) -> String {
    match error {
        ReadError::Empty => say!(lang, "The file is empty.", "文件是空的。"),
        ReadError::TooLarge { size, most } => {
            let (size, most) = (megabytes(*size), megabytes(*most));
            say!(
                lang,
                "The file has {size} MB; up to {most} MB can be opened.",
                "文件有 {size} MB，最大只能打开 {most} MB。"
            )
        }
        ReadError::NotUnicode => say!(
            lang,
            "The text is in an encoding that cannot be read. Save it as UTF-8 and open it again.",
            "文字编码无法识别。请另存为 UTF-8 后再打开。"
        ),
        ReadError::Unexpected { line, column, found } => unexpected(*line, *column, *found, lang),
        ReadError::EndsEarly { line, column } => say!(
            lang,
            "The file ends early at line {line}, column {column}: the rest of it is missing. Ask for it once more.",
            "文件不完整，到第{line}行第{column}列就断了。请对方重新发一份。"
        ),
        ReadError::MoreAfterEnd { line, column } => say!(
            lang,
            "At line {line}, column {column} more text follows after the workbook has ended. Perhaps two files were joined.",
            "工作簿结束后，第{line}行第{column}列还有多余的内容，可能是两个文件拼在了一起。"
        ),
        ReadError::TooDeep { line, most } => say!(
            lang,
            "The file is nested too deeply at line {line}: more than {most} levels. KAMSheet never writes such files.",
            "第{line}行嵌套过深，超过{most}层。KAMSheet 不会生成这样的文件。"
        ),
        ReadError::TooManyEntries { line, most } => say!(
            lang,
            "A list is too long at line {line}: more than {most} entries.",
            "第{line}行处的列表太长，超过{most}项。"
        ),
        ReadError::TooManyValues { most } => {
            say!(lang, "There are too many values in the file: more than {most}.", "文件里的数据太多，超过{most}个值。")
        }
        ReadError::NotOurs { format } if format.is_empty() => say!(
            lang,
            "This is not a KAMSheet workbook. Choose a file that was exported here.",
            "这不是 KAMSheet 工作簿。请选择由这里导出的文件。"
        ),
        ReadError::NotOurs { format } => say!(
            lang,
            "This is not a KAMSheet workbook but “{format}”. Choose a file that was exported here.",
            "这不是 KAMSheet 工作簿，而是“{format}”。请选择由这里导出的文件。"
        ),
        ReadError::NoVersion { found } if found.is_empty() => say!(
            lang,
            "The file does not say its version (schema_version), so it cannot be read safely.",
            "文件没有写明版本（schema_version），无法稳妥读取。"
        ),
        ReadError::NoVersion { found } => say!(
            lang,
            "The version of the file (schema_version) should be a whole number from 1 on; it is “{found}”.",
            "文件版本（schema_version）应为从1开始的整数，这里写的是“{found}”。"
        ),
        ReadError::TooNew { file, known, app } => {
            let by =
                if app.is_empty() { String::new() } else { say!(lang, " (KAMSheet {app})", "（KAMSheet {app}）") };
            say!(
                lang,
                "The file has version {file}{by}; this app reads up to version {known}. Update KAMSheet and open it again.",
                "文件版本是{file}{by}，这里最高只能读到版本{known}。请更新 KAMSheet 后再打开。"
            )
        }
    }
}

fn unexpected(line: usize, column: usize, found: char, lang: Lang) -> String {
    if found == '\n' || found == '\r' {
        return say!(
            lang,
            "At line {line} a text has no closing quotation mark. Mend the file, or ask for it once more.",
            "第{line}行有一处文字缺少后引号。请改好文件，或请对方重新发一份。"
        );
    }
    let found = if found.is_control() { format!("U+{:04X}", u32::from(found)) } else { found.to_string() };
    say!(
        lang,
        "At line {line}, column {column} stands “{found}”, which cannot be there. Mend the file, or ask for it once more.",
        "第{line}行第{column}列出现了不该有的“{found}”。请改好文件，或请对方重新发一份。"
    )
}

fn megabytes(bytes: usize) -> String {
    // Tenths of a megabyte, rounded up so that what is too large never looks as if it fitted.
    let tenths = (bytes * 10).div_ceil(1024 * 1024);
    if tenths.is_multiple_of(10) { format!("{}", tenths / 10) } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// What was repaired or kept odd. The place stands beside it.
pub fn issue(issue: &Issue, lang: Lang) -> String {
    let detail = &issue.detail;
    match &issue.code {
        IssueCode::DoesNotFit(problem) => {
            let why = problem_words(problem, lang);
            say!(lang, "“{detail}” was kept as it is and marked. {why}", "“{detail}”已原样保留并标出。{why}")
        }
        IssueCode::Converted => {
            say!(lang, "“{detail}” was read as what it means; have a look.", "“{detail}”已按含义读入，请看一眼。")
        }
        IssueCode::KeptAsText => say!(
            lang,
            "One value was expected here; “{detail}” was kept as text.",
            "这里应只有一个值，“{detail}”已作为文字保留。"
        ),
        IssueCode::Unknown => say!(
            lang,
            "This version does not know it. It stays in the file and is exported again.",
            "当前版本不认识这一项，会原样保留并随导出带走。"
        ),
        IssueCode::WrongShape => say!(
            lang,
            "Not the shape this table needs. “{detail}” was set aside and stays in the file.",
            "结构与表格不符，“{detail}”已另存在文件中。"
        ),
        IssueCode::DuplicateKey => {
            say!(lang, "It is there twice; the last one counts.", "同一项出现了两次，以最后一次为准。")
        }
        IssueCode::DuplicateId => say!(
            lang,
            "Another row has the id “{detail}”; this one got a new id.",
            "编号“{detail}”已被别的行使用，这一行换了新编号。"
        ),
        IssueCode::MissingId => say!(lang, "It had no id and got one.", "没有编号，已补上。"),
        IssueCode::NoSuchRow => say!(
            lang,
            "“{detail}” points to a row that is not in the file; the reference was emptied.",
            "“{detail}”所指的行不在文件里，这处引用已清空。"
        ),
        IssueCode::NoSuchCell => say!(
            lang,
            "The row or column of this cell is not in the file; {detail} was set aside and stays in the file.",
            "这一格的行或列不在文件里，{detail} 已另存在文件中。"
        ),
        IssueCode::FixedRowAdded => say!(
            lang,
            "Every workbook has these rows; they were missing and were added: {detail}.",
            "每份工作簿都有这些行，缺少的已补上：{detail}。"
        ),
        IssueCode::Characters { count } => say!(
            lang,
            "{count} characters could not be read and show as “\u{fffd}”.",
            "有{count}个字符无法读出，显示为“\u{fffd}”。"
        ),
        IssueCode::ChecksumDiffers => say!(
            lang,
            "The contents were changed after the export. That is fine if somebody did it on purpose.",
            "文件导出后内容被改动过。如果是有意修改，可以放心使用。"
        ),
        IssueCode::Salvaged { line } => say!(
            lang,
            "The file is damaged at line {line}. What was complete before it has been kept; check what is missing.",
            "文件在第{line}行损坏，之前完整的内容已保留，请核对缺了什么。"
        ),
        IssueCode::More { count } => {
            say!(lang, "And {count} more remarks of this kind.", "此外还有{count}条类似的提示。")
        }
    }
}

/// Why a value does not fit its field, from the value alone.
fn problem_words(problem: &Problem, lang: Lang) -> String {
    let said = |text: Bi, values: &[&str]| words::fill(text.get(lang), values);
    match problem {
        Problem::NotANumber => said(words::NOT_A_NUMBER, &[]),
        Problem::NotWhole => said(words::NOT_WHOLE, &[]),
        Problem::NotAYear => said(words::NOT_A_YEAR, &[]),
        Problem::NotADate => said(words::NOT_A_DATE, &[]),
        Problem::OutOfRange { min, max } if max.is_infinite() => said(words::AT_LEAST, &[&short(*min, 4)]),
        Problem::OutOfRange { min, max } if min.is_infinite() => said(words::AT_MOST, &[&short(*max, 4)]),
        Problem::OutOfRange { min, max } => said(words::OUT_OF_RANGE, &[&short(*min, 4), &short(*max, 4)]),
        Problem::NotOnScale { min, max } => said(words::OUT_OF_RANGE, &[&min.to_string(), &max.to_string()]),
        Problem::TooLong { most, is } => said(words::TOO_LONG, &[&most.to_string(), &is.to_string()]),
        Problem::NotAnOption | Problem::NotYesNo => said(words::NOT_AN_OPTION, &[]),
        Problem::NoSuchRow => said(words::NO_SUCH_ROW, &[]),
        // Needs more than the value; reading a file never reports it.
        Problem::Fails(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sizes_both_versions_and_the_place_are_said() {
        let too_large = ReadError::TooLarge { size: 20 * 1024 * 1024 + 1, most: 20 * 1024 * 1024 };
        assert_eq!(read_error(&too_large, Lang::En), "The file has 20.1 MB; up to 20 MB can be opened.");
        let too_new = ReadError::TooNew { file: 999, known: 1, app: "9.1".to_owned() };
        assert_eq!(
            read_error(&too_new, Lang::Zh),
            "文件版本是999（KAMSheet 9.1），这里最高只能读到版本1。请更新 KAMSheet 后再打开。"
        );
        let early = ReadError::EndsEarly { line: 12, column: 3 };
        assert!(read_error(&early, Lang::En).starts_with("The file ends early at line 12"));
        assert!(read_error(&early, Lang::Zh).contains("第12行"));
    }

    #[test]
    fn what_did_not_fit_is_quoted_with_the_reason() {
        let code = IssueCode::DoesNotFit(Problem::NotOnScale { min: 1, max: 10 });
        let odd = Issue { path: "w3.needs[3].importance".to_owned(), code, detail: "{0} 11".to_owned() };
        assert_eq!(issue(&odd, Lang::En), "“{0} 11” was kept as it is and marked. Between 1 and 10, please.");
        assert_eq!(issue(&odd, Lang::Zh), "“{0} 11”已原样保留并标出。请填1到10之间的数。");
    }
}
