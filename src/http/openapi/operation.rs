//! `Operation`: one thing that can be asked, with what all of them have in common declared once.

use serde_json::{Map, Value, json};

use super::shape::reference;

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    pub method: &'static str,
    pub path: String,
    /// What generated clients call it.
    pub name: String,
    tag: &'static str,
    sentence: String,
    parameters: Vec<Value>,
    body: Option<Value>,
    responses: Map<String, Value>,
    /// Statuses that are refusals.
    refusals: Vec<u16>,
    is_open: bool,
}

impl Operation {
    /// A GET.
    pub fn get(path: &str, name: &str, tag: &'static str, sentence: &str) -> Operation {
        Operation::new("get", path, name, tag, sentence)
    }

    /// An operation of any method.
    pub fn new(method: &'static str, path: &str, name: &str, tag: &'static str, sentence: &str) -> Operation {
        let mut operation = Operation {
            method,
            path: path.to_string(),
            name: name.to_string(),
            tag,
            sentence: sentence.to_string(),
            parameters: Vec::new(),
            body: None,
            responses: Map::new(),
            refusals: vec![400, 401, 403, 404, 429, 500, 503],
            is_open: false,
        };
        for step in path.split('/').filter_map(|step| step.strip_prefix('{')?.strip_suffix('}')) {
            operation.parameters.push(json!({"name": step, "in": "path", "required": true,
                "schema": in_path(step), "description": told_of(step)}));
        }
        operation
    }

    /// A query parameter.
    pub fn query(mut self, name: &str, schema: Value, sentence: &str) -> Operation {
        self.parameters.push(json!({"name": name, "in": "query", "required": false, "schema": schema,
            "description": sentence}));
        self
    }

    /// A query parameter that must be there.
    pub fn query_needed(mut self, name: &str, schema: Value, sentence: &str) -> Operation {
        self.parameters.push(json!({"name": name, "in": "query", "required": true, "schema": schema,
            "description": sentence}));
        self
    }

    /// A header parameter.
    pub fn header(mut self, name: &str, schema: Value, sentence: &str) -> Operation {
        self.parameters.push(json!({"name": name, "in": "header", "required": false, "schema": schema,
            "description": sentence}));
        self
    }

    /// `limit`, and `cursor` as a text.
    pub fn paged(self) -> Operation {
        self.paged_by(json!({"type": "string"})).refuses(422)
    }

    /// `limit`, and `cursor` as a number.
    pub fn paged_by_number(self) -> Operation {
        self.paged_by(
            json!({"type": "integer", "format": "int64", "minimum": 1, "maximum": 9_007_199_254_740_991_i64}),
        )
    }

    /// `limit`, and `cursor` as the last name of the page before.
    pub fn paged_by_name(self) -> Operation {
        self.paged_by(json!({"type": "string"}))
    }

    fn paged_by(self, cursor: Value) -> Operation {
        let limit = json!({"type": "integer", "format": "int32", "minimum": 1, "maximum": 1000});
        self.query("limit", limit, "Items of a page.").query(
            "cursor",
            cursor,
            "The `next` of the page before.",
        )
    }

    /// A write into something that is there: it states what it replaces.
    pub fn conditional(mut self) -> Operation {
        self.refusals.extend([412, 428]);
        self.parameters.push(json!({"name": "If-Match", "in": "header", "required": true, "schema": a_tag(),
            "description": format!("{IF_MATCH} 412 when it is another one now, 428 without.")}));
        self
    }

    /// A write that may also make something new, which needs no condition.
    pub fn conditional_if_there(mut self) -> Operation {
        self.refusals.extend([412, 428]);
        let sentence = format!(
            "{IF_MATCH} Needed when there is one already: 412 when it is another one now, 428 without."
        );
        self.header("If-Match", a_tag(), &sentence).header(
            "If-None-Match",
            json!({"type": "string", "examples": ["*"]}),
            "`*` for something that must be new.",
        )
    }

    /// A POST that can be sent again without being done twice.
    pub fn once(self) -> Operation {
        let key =
            json!({"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[\\x21\\x23-\\x7E]+$"});
        self.header("Idempotency-Key", key, "The same key with the same request is done once.").refuses(422)
    }

    /// A body in JSON.
    pub fn takes(self, schema: Value, is_required: bool) -> Operation {
        self.takes_as("application/json", schema, is_required)
    }

    /// A body of another type.
    pub fn takes_as(mut self, kind: &str, schema: Value, is_required: bool) -> Operation {
        self.refusals.extend([413, 415, 422]);
        self.body = Some(json!({"required": is_required, "content": {kind: {"schema": schema}}}));
        self
    }

    /// An example of the body, which runs.
    pub fn example(mut self, example: Value) -> Operation {
        if let Some(content) = self.body.as_mut().and_then(|body| body["content"].as_object_mut()) {
            content.values_mut().for_each(|content| content["example"] = example.clone());
        }
        self
    }

    /// What it is answered with.
    pub fn answers(self, status: u16, sentence: &str, schema: Value) -> Operation {
        self.answers_as(status, sentence, "application/json", schema)
    }

    /// The same in another type.
    pub fn answers_as(mut self, status: u16, sentence: &str, kind: &str, schema: Value) -> Operation {
        let response = json!({"description": sentence, "content": {kind: {"schema": schema}}});
        self.responses.insert(status.to_string(), response);
        self
    }

    /// The answer 200 may also be a page.
    pub fn answers_also_html(mut self) -> Operation {
        self.responses["200"]["content"]["text/html"] = json!({"schema": {"type": "string"}});
        self
    }

    /// An answer without a body.
    pub fn answers_nothing(mut self, status: u16, sentence: &str) -> Operation {
        self.responses.insert(status.to_string(), json!({"description": sentence}));
        self
    }

    /// Answers with an ETag, and with 304 to whoever has it already.
    pub fn tagged(self) -> Operation {
        let told = self.telling_tag();
        match told.method {
            "get" => told.answers_nothing(304, "The reader has it already.").header(
                "If-None-Match",
                json!({"type": "string"}),
                "The ETag of what the reader has.",
            ),
            _ => told,
        }
    }

    /// Answers with an ETag.
    pub fn telling_tag(mut self) -> Operation {
        let tag = json!({"schema": {"type": "string"}, "description": "Names this state, for If-Match."});
        for (status, response) in &mut self.responses {
            if status.starts_with('2') {
                response["headers"]["ETag"] = tag.clone();
            }
        }
        self
    }

    /// Answers with the address of what was made.
    pub fn located(mut self) -> Operation {
        let address = json!({"schema": {"type": "string"}, "description": "Where it is."});
        for (status, response) in &mut self.responses {
            if status == "201" || status == "202" {
                response["headers"]["Location"] = address.clone();
            }
        }
        self
    }

    /// Links to what can be asked next, by the name of its operation.
    pub fn linked(mut self, status: u16, link: &str, to: &str, parameters: Value) -> Operation {
        let response = &mut self.responses[&status.to_string()];
        response["links"][link] = json!({"operationId": to, "parameters": parameters});
        self
    }

    /// Needs no credentials.
    pub fn open(mut self) -> Operation {
        self.is_open = true;
        self.refusals = vec![400, 429, 500, 503];
        self
    }

    /// A refusal beyond the usual ones.
    pub fn refuses(mut self, status: u16) -> Operation {
        self.refusals.push(status);
        self
    }

    /// The operation as it stands in the document.
    pub fn value(self) -> Value {
        let mut responses = self.responses;
        for status in self.refusals {
            let response = json!({"description": refusal(status),
                "content": {"application/problem+json": {"schema": reference("ProblemDetails")}}});
            responses.entry(status.to_string()).or_insert(response);
        }
        let mut parameters = self.parameters;
        parameters.push(json!({"name": "Accept-Language", "in": "header", "required": false,
            "schema": {"type": "string", "examples": ["fr"]}, "description": "Language of sentences: en or fr."}));
        let mut told = json!({"tags": [self.tag], "summary": self.sentence, "operationId": self.name,
            "parameters": parameters, "responses": responses});
        if let Some(body) = self.body {
            told["requestBody"] = body;
        }
        if self.is_open {
            told["security"] = json!([]);
        }
        told
    }
}

/// What every write says of the tag it sends.
const IF_MATCH: &str = "The ETag that was read, or `*` for whatever is there now.";

fn a_tag() -> Value {
    json!({"type": "string", "examples": ["*", "\"r3-5f70bf18a086\""]})
}

fn in_path(step: &str) -> Value {
    match step {
        "number" => {
            json!({"type": "integer", "format": "int64", "minimum": 1, "maximum": 9_007_199_254_740_991_i64})
        }
        "dossier" => {
            json!({"type": "string", "pattern": "^[a-z0-9][a-z0-9._-]{0,63}$", "examples": ["banque-horizon"]})
        }
        "job" | "run" | "import" => json!({"type": "string", "format": "uuid"}),
        "principal" => json!({"type": "string", "pattern": "^(key|oidc):.", "maxLength": 300}),
        _ => json!({"type": "string", "minLength": 1, "maxLength": 300}),
    }
}

fn told_of(step: &str) -> &'static str {
    match step {
        "dossier" => "Name of a dossier: a to z, 0 to 9, `.`, `_`, `-`.",
        "key" => "Key of the row: its key fields with `~` between them.",
        "number" => "Number of a revision, from 1.",
        "run" => "Name of a run.",
        "import" => "Name of an import.",
        "job" => "Name of a job, which is that of its run.",
        "principal" => "`key:` with the id of a key, or `oidc:` with a subject.",
        "investment" => "Id of an investment.",
        _ => "Its name.",
    }
}

fn refusal(status: u16) -> &'static str {
    match status {
        400 => "The request cannot be read.",
        401 => "Nobody is known by what was sent.",
        403 => "The role does not suffice.",
        404 => "It is not there, or not for this caller.",
        405 => "This address does not take this method.",
        409 => "It cannot be done as things stand.",
        410 => "It was removed because it was old.",
        412 => "It was changed since it was read.",
        413 => "The body is too large.",
        415 => "The body is of another type.",
        422 => "What was sent has faults, or the dossier cannot be computed.",
        428 => "The write does not state what it replaces.",
        429 => "Too many requests.",
        503 => "Busy; try again.",
        _ => "A fault of the service.",
    }
}
