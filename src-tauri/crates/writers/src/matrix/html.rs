use svod_corpus::{Filter, Matrix};

use super::words;
use crate::html::{escape, page};

const STYLE: &str = include_str!("matrix.css");
/// From these counts on a cell is tinted darker; the number stands in it anyway.
const TINTS: [u32; 4] = [1, 3, 5, 7];

/// Writes a matrix as one self-contained HTML file.
pub fn matrix_html(matrix: &Matrix, filter: &Filter) -> String {
    let mut body = format!(
        "<main>\n<h1>Поручения по районам и темам</h1>\n<p>{}</p>\n<table>\n<caption>{}</caption>\n\
         <thead><tr><th scope=\"col\" class=\"name\">{}</th>",
        escape(&words::counted(matrix, filter)),
        words::GAP_MEANS,
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
        for (count, column) in row.counts.iter().zip(&matrix.columns) {
            if *count > 0 {
                let tint = TINTS.iter().filter(|from| *from <= count).count();
                body.push_str(&format!("<td class=\"q{tint}\">{count}</td>"));
            } else if column.key.is_empty() {
                body.push_str("<td></td>");
            } else {
                body.push_str(&format!("<td class=\"gap\">{}</td>", words::GAP));
            }
        }
        body.push_str(&format!("<td class=\"sum\">{}</td></tr>\n", row.directives));
    }
    body.push_str("</tbody>\n<tfoot><tr><th scope=\"row\" class=\"name\">Всего поручений</th>");
    for column in &matrix.columns {
        body.push_str(&format!("<td>{}</td>", column.directives));
    }
    body.push_str(&format!(
        "<td>{}</td></tr>\n<tr><th scope=\"row\" class=\"name\">Охвачено</th>",
        matrix.directives
    ));
    for column in &matrix.columns {
        body.push_str(&format!("<td>{}</td>", words::coverage(matrix, column)));
    }
    body.push_str("<td></td></tr></tfoot>\n</table>\n</main>");
    page("Поручения по районам и темам", STYLE, &body)
}
