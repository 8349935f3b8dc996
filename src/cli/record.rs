//! What `lamplit check --json` says about a document: one JSON object on a line of its own.

use std::ffi::OsStr;

use lamplit::Error;
use lamplit::formats::Format;
use lamplit::formats::json::Json;

use super::document::{Document, Refusal};

/// The line about `file`.
pub fn line(file: &OsStr, read: &Result<Document, Refusal>) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.key("file").string(&file.to_string_lossy());
        json.key("ok").bare(if read.is_ok() { "true" } else { "false" });
        match read {
            Ok(document) => accepted(json, document),
            Err(refusal) => json.key("error").object(|json| refused(json, refusal)),
        }
    });
    json.finish() + "\n"
}

fn accepted(json: &mut Json, document: &Document) {
    let article = &document.article;
    json.maybe("format", document.format.map(Format::as_str));
    json.key("title").string(&article.title);
    json.count("blocks", u64::try_from(article.blocks.len()).ok());
    json.count("related", u64::try_from(article.related.len()).ok());
    json.key("warnings").array(|json| {
        for warning in &article.warnings {
            json.object(|json| fault(json, &warning.code, &warning.path, &warning.message));
        }
    });
}

fn refused(json: &mut Json, refusal: &Refusal) {
    match refusal {
        Refusal::Refused(Error { code, path, message, offset }) => {
            fault(json, code.as_str(), path, message);
            json.count("offset", offset.and_then(|offset| u64::try_from(offset).ok()));
        }
        Refusal::Unreadable(error) => fault(json, "unreadable", "", &error.to_string()),
    }
}

fn fault(json: &mut Json, code: &str, path: &str, message: &str) {
    json.key("code").string(code);
    json.key("path").string(path);
    json.key("message").string(message);
}
