//! The decision models of our own: every version of each is kept.

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// One version of a model.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ModelRow {
    pub name: String,
    /// From 1, without gaps.
    pub number: i64,
    pub body: String,
    pub at: String,
    pub actor: String,
}

impl Change {
    /// Keeps the next version of a model and returns its number.
    pub async fn add_model(
        &mut self,
        name: &str,
        body: &str,
        at: &str,
        actor: &str,
    ) -> Result<i64, StoreError> {
        let query = sqlx::query_scalar(
            "INSERT INTO models (name, number, body, at, actor)
             VALUES (?1, (SELECT ifnull(max(number), 0) + 1 FROM models WHERE name = ?1), ?2, ?3, ?4)
             RETURNING number",
        );
        let number = query.bind(name).bind(body).bind(at).bind(actor).fetch_one(self.connection()?).await;
        self.whole(number)
    }
}

impl Store {
    /// The newest version; `None` when there is no such model.
    pub async fn model(&self, name: &str) -> Result<Option<ModelRow>, StoreError> {
        let query = sqlx::query_as(
            "SELECT name, number, body, at, actor FROM models WHERE name = ? ORDER BY number DESC LIMIT 1",
        );
        Ok(query.bind(name).fetch_optional(&self.readers).await?)
    }

    /// Every version of every model, by name and number.
    pub async fn model_versions(&self) -> Result<Vec<ModelRow>, StoreError> {
        let query = sqlx::query_as("SELECT name, number, body, at, actor FROM models ORDER BY name, number");
        Ok(query.fetch_all(&self.readers).await?)
    }

    /// The newest version of every model, by name.
    pub async fn models(&self) -> Result<Vec<ModelRow>, StoreError> {
        let query = sqlx::query_as(
            "SELECT name, number, body, at, actor FROM models AS this
             WHERE number = (SELECT max(number) FROM models WHERE name = this.name) ORDER BY name",
        );
        Ok(query.fetch_all(&self.readers).await?)
    }
}
