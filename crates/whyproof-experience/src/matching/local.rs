//! A local model of static embeddings: the person's own file; nothing is fetched.

use model2vec_rs::model::StaticModel;

use super::meaning::Meaning;

/// Why a model could not be used.
#[derive(Debug, thiserror::Error)]
pub enum MeaningError {
    /// A file of it is too large.
    #[error("the model's {0} is larger than 2 GB")]
    TooLarge(&'static str),
    /// It is not of the form that is read.
    #[error("this is no model of static embeddings: {0}")]
    NotAModel(String),
}

/// A model of static embeddings, in the form of Model2Vec: `model.safetensors`, `tokenizer.json`, `config.json`.
#[derive(Debug, Clone)]
pub struct LocalModel(StaticModel);

impl LocalModel {
    /// Largest file of a model that is read, in bytes.
    pub const LARGEST: u64 = 2 << 30;

    /// Reads it from the bytes of its three files.
    pub fn read(model: &[u8], tokenizer: &[u8], config: &[u8]) -> Result<LocalModel, MeaningError> {
        let files = [
            ("model.safetensors", model),
            ("tokenizer.json", tokenizer),
            ("config.json", config),
        ];
        if let Some((name, _)) = files
            .iter()
            .find(|(_, bytes)| bytes.len() as u64 > Self::LARGEST)
        {
            return Err(MeaningError::TooLarge(name));
        }
        let read = StaticModel::from_bytes(tokenizer, model, config, Some(true));
        let read = read.map_err(|error| MeaningError::NotAModel(format!("{error:#}")))?;
        Ok(LocalModel(read))
    }
}

impl Meaning for LocalModel {
    fn embed(&self, texts: &[&str]) -> Vec<Vec<f32>> {
        let owned: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        self.0.encode(&owned)
    }
}

#[cfg(test)]
mod tests {
    use super::LocalModel;

    #[test]
    fn what_is_no_model_is_refused() {
        let error = LocalModel::read(b"{}", b"{}", b"{}").expect_err("no model");
        assert!(
            error
                .to_string()
                .starts_with("this is no model of static embeddings"),
            "{error}"
        );
        LocalModel::read(&[0xff; 64], b"", b"[").expect_err("no model");
    }
}
