//! Addresses of the web as JSON Resume's schema wants them: with a scheme.

use whyproof_experience::resume::Resume;

/// Puts `https://` before each address that is written without a scheme.
pub(super) fn complete(resume: &mut Resume) {
    if let Some(basics) = &mut resume.basics {
        with_scheme(&mut basics.url);
        for profile in basics.profiles.iter_mut().flatten() {
            with_scheme(&mut profile.url);
        }
    }
    let work = resume.work.iter_mut().flatten().map(|one| &mut one.url);
    let volunteer = resume.volunteer.iter_mut().flatten();
    let education = resume.education.iter_mut().flatten();
    let projects = resume.projects.iter_mut().flatten();
    let certificates = resume.certificates.iter_mut().flatten();
    let publications = resume.publications.iter_mut().flatten();
    work.chain(volunteer.map(|one| &mut one.url))
        .chain(education.map(|one| &mut one.url))
        .chain(projects.map(|one| &mut one.url))
        .chain(certificates.map(|one| &mut one.url))
        .chain(publications.map(|one| &mut one.url))
        .for_each(with_scheme);
}

fn with_scheme(url: &mut Option<String>) {
    let Some(address) = url else {
        return;
    };
    let host = address.split('/').next().unwrap_or_default();
    let is_bare = host.contains('.') && !host.contains([':', '@']);
    if is_bare && !address.contains(char::is_whitespace) {
        *address = format!("https://{address}");
    }
}
