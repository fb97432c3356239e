//! The styles of a résumé: those that Word has by the same names, closer set than a case's.

use crate::docx::styles::Style;

/// The styles of paragraphs.
pub(super) const PARAGRAPHS: &[Style] = &[
    (
        "BodyText",
        "Body Text",
        "Normal",
        "",
        "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"259\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>",
    ),
    (
        "Title",
        "Title",
        "Normal",
        "Subtitle",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>",
    ),
    (
        "Subtitle",
        "Subtitle",
        "Normal",
        "Contact",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:i/><w:iCs/><w:color w:val=\"595959\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    (
        "Contact",
        "Contact",
        "BodyText",
        "BodyText",
        "",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    (
        "Heading1",
        "heading 1",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"8C8C8C\"/></w:pBdr><w:spacing w:before=\"280\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>",
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>",
    ),
    (
        "About",
        "About",
        "BodyText",
        "BodyText",
        "<w:keepNext/>",
        "<w:i/><w:iCs/><w:color w:val=\"595959\"/>",
    ),
    (
        "ListBullet",
        "List Bullet",
        "BodyText",
        "",
        "<w:ind w:left=\"284\" w:hanging=\"284\"/>",
        "",
    ),
    (
        "Footer",
        "footer",
        "Normal",
        "",
        "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
];
