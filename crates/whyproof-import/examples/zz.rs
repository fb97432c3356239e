//! Shows what is read of files: text, or the résumé.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "an example program"
)]
fn main() {
    let mut args = std::env::args().skip(1);
    let how = args.next().unwrap();
    for file in args {
        println!("==== {file}");
        let bytes = std::fs::read(&file).unwrap();
        if how == "text" {
            match whyproof_import::text_of(&file, &bytes) {
                Ok(read) => println!("{}", read.text),
                Err(e) => println!("ERR {e}"),
            }
        } else {
            println!("is_resume {}", whyproof_import::is_resume(&file, &bytes));
            match whyproof_import::resume(&file, &bytes) {
                Ok(r) => {
                    println!("{}", r.resume.to_yaml().unwrap());
                    println!("lost {:?} notes {:?}", whyproof_import::lost(&r), r.notes)
                }
                Err(e) => println!("ERR {e}"),
            }
        }
    }
}
