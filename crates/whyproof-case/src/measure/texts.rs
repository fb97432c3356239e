//! The texts of a measurement, for whoever must keep some words back.

use super::told::Measurement;

impl Measurement {
    /// Every text that came from the data or tells of them: names of variants, values of segments, reasons, notes, what
    /// is wrong. What the case itself says (its metrics, its SQL) is not among them.
    pub fn texts_mut(&mut self) -> Vec<&mut String> {
        let mut texts: Vec<&mut String> = Vec::new();
        texts.extend(self.variants.iter_mut().map(|arm| &mut arm.name));
        for effect in &mut self.effects {
            texts.extend([&mut effect.treatment, &mut effect.control]);
            texts.extend(effect.relative.as_mut().err());
            texts.extend(&mut effect.reasons);
        }
        for guarded in &mut self.guardrails {
            texts.extend(guarded.treatment.as_mut());
            texts.push(&mut guarded.says);
        }
        for segment in &mut self.segments {
            texts.extend([&mut segment.value, &mut segment.treatment]);
            texts.extend(segment.effect.as_mut().err());
        }
        for other in &mut self.others {
            texts.push(&mut other.treatment);
            texts.extend(other.effect.as_mut().err());
        }
        texts.extend(self.forecast.as_mut().map(|forecast| &mut forecast.says));
        let notes = self.trust.iter_mut().chain(&mut self.lock_notes);
        texts.extend(notes.map(|note| &mut note.says));
        if let Some(trouble) = &mut self.trouble {
            texts.extend([&mut trouble.message, &mut trouble.help]);
        }
        texts
    }
}
