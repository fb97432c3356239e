//! Other people's files in: Argdown, DOCX, plain Markdown.
