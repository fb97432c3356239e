//! What somebody has done, in the model of [JSON Resume 1.0.0](https://jsonresume.org/schema): what `experience.yaml`
//! holds. Keys that the model does not know are kept, so that nothing is lost from file to file.

mod own;
mod read;
mod retain;
mod walk;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use own::{Confirmed, LineNote, OWN, Own, Unplaced};
pub use read::ResumeError;
pub use walk::{Line, LineId, Part, Section};

/// Keys that the model does not know, by their names.
pub type Extra = Map<String, Value>;

/// Somebody's experience.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Resume {
    /// Where the schema is that it was written against.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Who it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basics: Option<Basics>,
    /// Jobs, as the person ordered them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Vec<Work>>,
    /// Unpaid work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volunteer: Option<Vec<Volunteer>>,
    /// Schools and courses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub education: Option<Vec<Education>>,
    /// Prizes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awards: Option<Vec<Award>>,
    /// Certificates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificates: Option<Vec<Certificate>>,
    /// What was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publications: Option<Vec<Publication>>,
    /// What the person can do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skills: Option<Vec<Skill>>,
    /// Languages spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<Language>>,
    /// Interests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interests: Option<Vec<Interest>>,
    /// What others said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub references: Option<Vec<Reference>>,
    /// Projects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<Project>>,
    /// About the file; Whyproof's own keys are in it, under [`OWN`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Extra>,
    /// Other keys.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A struct of the model: every key may be missing, and other keys are kept.
macro_rules! entry {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$kind>,
            )*
            /// Other keys.
            #[serde(flatten)]
            pub extra: Extra,
        }
    };
}

entry!(
    /// Who it is.
    Basics {
        /// Full name.
        name: String,
        /// What they are, in a few words.
        label: String,
        /// Address of a picture.
        image: String,
        /// Mail.
        email: String,
        /// Telephone.
        phone: String,
        /// Their page.
        url: String,
        /// A few sentences.
        summary: String,
        /// Where they live.
        location: Location,
        /// Accounts elsewhere.
        profiles: Vec<Profile>,
    }
);
entry!(
    /// Where somebody lives.
    Location {
        /// Street; `\n` for several lines.
        address: String,
        /// Postal code.
        postal_code: String,
        /// City.
        city: String,
        /// ISO 3166-1 alpha-2, as in `AU`.
        country_code: String,
        /// Region or state.
        region: String,
    }
);
entry!(
    /// An account elsewhere.
    Profile {
        /// Of what.
        network: String,
        /// Name there.
        username: String,
        /// Address.
        url: String,
    }
);
entry!(
    /// A job.
    Work {
        /// Of the company.
        name: String,
        /// Where.
        location: String,
        /// What the company does.
        description: String,
        /// Title of the job.
        position: String,
        /// The company's page.
        url: String,
        /// ISO 8601: a year, a month or a day.
        start_date: String,
        /// As the start; none while it goes on.
        end_date: String,
        /// What it was, in a few sentences.
        summary: String,
        /// What was done, a line each.
        highlights: Vec<String>,
    }
);
entry!(
    /// Unpaid work.
    Volunteer {
        /// For whom.
        organization: String,
        /// As what.
        position: String,
        /// Their page.
        url: String,
        /// As in [`Work`].
        start_date: String,
        /// As in [`Work`].
        end_date: String,
        /// What it was, in a few sentences.
        summary: String,
        /// What was done, a line each.
        highlights: Vec<String>,
    }
);
entry!(
    /// A school or a course of study.
    Education {
        /// The school.
        institution: String,
        /// Its page.
        url: String,
        /// The field.
        area: String,
        /// The degree.
        study_type: String,
        /// As in [`Work`].
        start_date: String,
        /// As in [`Work`].
        end_date: String,
        /// Grade.
        score: String,
        /// Courses, a line each.
        courses: Vec<String>,
    }
);
entry!(
    /// A prize.
    Award {
        /// Its name.
        title: String,
        /// When.
        date: String,
        /// By whom.
        awarder: String,
        /// What for.
        summary: String,
    }
);
entry!(
    /// A certificate.
    Certificate {
        /// Its name.
        name: String,
        /// When.
        date: String,
        /// Where it can be seen.
        url: String,
        /// By whom.
        issuer: String,
    }
);
entry!(
    /// Something published.
    Publication {
        /// Title.
        name: String,
        /// By whom.
        publisher: String,
        /// When.
        release_date: String,
        /// Where.
        url: String,
        /// What it says.
        summary: String,
    }
);
entry!(
    /// A field of skill.
    Skill {
        /// The field.
        name: String,
        /// How well, in the person's word.
        level: String,
        /// Its parts.
        keywords: Vec<String>,
    }
);
entry!(
    /// A language.
    Language {
        /// Which.
        language: String,
        /// How well.
        fluency: String,
    }
);
entry!(
    /// An interest.
    Interest {
        /// The field.
        name: String,
        /// Its parts.
        keywords: Vec<String>,
    }
);
entry!(
    /// What somebody said.
    Reference {
        /// Who.
        name: String,
        /// Their words.
        reference: String,
    }
);
entry!(
    /// A project.
    Project {
        /// Its name.
        name: String,
        /// What it is.
        description: String,
        /// What was done, a line each.
        highlights: Vec<String>,
        /// Its parts.
        keywords: Vec<String>,
        /// As in [`Work`].
        start_date: String,
        /// As in [`Work`].
        end_date: String,
        /// Where it can be seen.
        url: String,
        /// As what.
        roles: Vec<String>,
        /// For whom.
        entity: String,
        /// Its kind, as in `volunteering`.
        #[serde(rename = "type")]
        kind: String,
    }
);

/// The list that a key holds; empty where it has none.
pub fn all<T>(list: &Option<Vec<T>>) -> &[T] {
    list.as_deref().unwrap_or_default()
}
