use svod_corpus::{Filter, Matrix};

use super::words;
use crate::html::{escape, page};

const STYLE: &str = include_str!("matrix.css");
/// Writes a matrix as one self-contained HTML file.
pub fn matrix_html(matrix: &Matrix, filter: &Filter) -> String {
    let mut body = format!(
        "<main>\n<h1>{}</h1>\n<p>{}</p>\n<table>\n<caption>{}</caption>\n\
         <thead><tr><th scope=\"col\" class=\"name\">{}</th>",
        words::title(matrix),
        escape(&words::counted(matrix, filter)),
        escape(&words::legend(matrix)),
        words::corner(matrix),
    );
    for column in &matrix.columns {
        body.push_str(&format!(
            "<th scope=\"col\">{}</th>",
            escape(words::column(column))
        ));
    }
    body.push_str("<th scope=\"col\">Всего</th></tr></thead>\n<tbody>\n");
    for row in &matrix.rows {
        body.push_str(&format!(
            "<tr><th scope=\"row\" class=\"name\">{}</th>",
            escape(&words::row(matrix, row))
        ));
        for (at, column) in matrix.columns.iter().enumerate() {
            let (given, tally) = (row.counts[at], &row.tally_of(at));
            if given > 0 {
                let tint = words::tint(matrix, given, tally);
                let cell = words::cell(matrix, given, tally);
                body.push_str(&format!("<td class=\"q{tint}\">{cell}</td>"));
            } else if column.key.is_empty() {
                body.push_str("<td></td>");
            } else {
                body.push_str(&format!("<td class=\"gap\">{}</td>", words::GAP));
            }
        }
        body.push_str(&format!(
            "<td class=\"sum\">{}</td></tr>\n",
            words::cell(matrix, row.directives, &row.tally)
        ));
    }
    body.push_str("</tbody>\n<tfoot><tr><th scope=\"row\" class=\"name\">Всего поручений</th>");
    for column in &matrix.columns {
        let cell = words::cell(matrix, column.directives, &column.tally);
        body.push_str(&format!("<td>{cell}</td>"));
    }
    body.push_str(&format!(
        "<td>{}</td></tr>\n<tr><th scope=\"row\" class=\"name\">Охвачено</th>",
        words::cell(matrix, matrix.directives, &matrix.tally)
    ));
    for column in &matrix.columns {
        body.push_str(&format!("<td>{}</td>", words::coverage(matrix, column)));
    }
    body.push_str("<td></td></tr></tfoot>\n</table>\n</main>");
    page(words::title(matrix), STYLE, &body)
}
