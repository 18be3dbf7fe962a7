//! The schemas of requests for runs, by the types that read them.

use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

use super::run::{
    AlternativesRequest, AppraiseRequest, CheckRequest, ChooseRequest, ExplainRequest, FrontierRequest,
    MapRequest, ReplanRequest, ReportRequest, RobustRequest, ScenariosRequest, ScoreRequest,
};

type Component = (String, RefOr<Schema>);

/// Every component of every request, some more than once.
pub fn request_schemas() -> Vec<Component> {
    let collect: [fn(&mut Vec<Component>); 12] = [
        component::<CheckRequest>,
        component::<AppraiseRequest>,
        component::<ScoreRequest>,
        component::<MapRequest>,
        component::<ChooseRequest>,
        component::<AlternativesRequest>,
        component::<ReplanRequest>,
        component::<ExplainRequest>,
        component::<FrontierRequest>,
        component::<RobustRequest>,
        component::<ScenariosRequest>,
        component::<ReportRequest>,
    ];
    let mut all = Vec::new();
    collect.iter().for_each(|collect| collect(&mut all));
    all
}

fn component<Request: ToSchema>(all: &mut Vec<Component>) {
    Request::schemas(all);
    all.push((Request::name().into_owned(), Request::schema()));
}
