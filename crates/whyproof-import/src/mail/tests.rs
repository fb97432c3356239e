use super::{Head, head};

#[test]
fn a_mail_says_its_subject_and_its_author() {
    let text =
        "From: \"A. Reyes\" <a@shop.example>\nSubject: Re: Fwd: Close the desk\n\nSubject: no\n";
    let expected = Head {
        subject: Some("Close the desk".to_owned()),
        from: Some("A. Reyes".to_owned()),
    };
    assert_eq!(head(text), expected);
    assert_eq!(head("People wait.\nSubject: no\n"), Head::default());
    assert_eq!(
        head("From: <a@b.example>\n").from.as_deref(),
        Some("a@b.example")
    );
}
