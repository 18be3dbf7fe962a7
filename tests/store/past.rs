//! Any sequence of revisions against a plain map: every past revision reads back as it was.

use std::collections::BTreeMap;

use cxfolio::store::database::Store;
use cxfolio::store::items::Item;
use cxfolio::store::revise::{ItemChange, changes_towards};
use proptest::prelude::*;

use crate::folder::{revise, stamp, store};

/// Position, body and the revision that changed it, by collection and key.
type State = BTreeMap<(String, String), (i64, String, i64)>;

#[derive(Clone, Debug)]
enum Step {
    Revise(Vec<ItemChange>),
    Remove,
    BackTo(prop::sample::Index),
}

fn one_change() -> impl Strategy<Value = ItemChange> {
    ("[ab]", "[a-e]?", prop::option::of(-2i64..5), prop::option::weighted(0.7, "[xyz'\"\\\\é]{0,2}"))
        .prop_map(|(collection, key, position, body)| ItemChange { collection, key, position, body })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => prop::collection::vec(one_change(), 0..8).prop_map(Step::Revise),
        1 => Just(Step::Remove),
        1 => any::<prop::sample::Index>().prop_map(Step::BackTo),
    ]
}

fn changed(state: &State, number: i64, changes: &[ItemChange]) -> State {
    let mut next = state.clone();
    let mut last: BTreeMap<String, i64> = BTreeMap::new();
    for ((collection, _), (position, ..)) in state {
        let highest = last.entry(collection.clone()).or_insert(*position);
        *highest = (*highest).max(*position);
    }
    let mut named: Vec<&ItemChange> = Vec::new();
    for change in changes {
        match named
            .iter_mut()
            .find(|other| (&other.collection, &other.key) == (&change.collection, &change.key))
        {
            Some(earlier) => *earlier = change,
            None => named.push(change),
        }
    }
    for change in named {
        let name = (change.collection.clone(), change.key.clone());
        let Some(body) = &change.body else {
            next.remove(&name);
            continue;
        };
        let highest = last.entry(change.collection.clone()).or_insert(0);
        let was = state.get(&name);
        let position = change.position.or(was.map(|was| was.0)).unwrap_or(*highest + 1);
        *highest = position.max(*highest);
        if was.is_none_or(|was| (was.0, &was.1) != (position, body)) {
            next.insert(name, (position, body.clone(), number));
        }
    }
    next
}

fn items(state: &State) -> Vec<Item> {
    let item =
        |((collection, key), (position, body, revision)): (&(String, String), &(i64, String, i64))| Item {
            collection: collection.clone(),
            key: key.clone(),
            revision: *revision,
            position: *position,
            body: body.clone(),
        };
    let mut items: Vec<Item> = state.iter().map(item).collect();
    items.sort_by(|one, other| {
        let order = |item: &Item| (item.collection.clone(), item.position, item.key.clone());
        order(one).cmp(&order(other))
    });
    items
}

async fn take(store: &Store, states: &mut Vec<State>, step: &Step) {
    let now = states.last().expect("the empty state comes first").clone();
    let number = i64::try_from(states.len()).unwrap();
    match step {
        Step::Revise(changes) => {
            assert_eq!(revise(store, "bank", changes).await, number);
            states.push(changed(&now, number, changes));
        }
        Step::Remove => {
            let mut change = store.change().await.unwrap();
            let removed = change.remove_dossier("bank", &stamp("remove")).await.unwrap();
            change.commit().await.unwrap();
            if let Some(removed) = removed {
                assert_eq!(removed, number);
                states.push(State::new());
            }
        }
        Step::BackTo(index) => {
            let revision = index.index(states.len());
            let then = items(&states[revision]);
            let changes = changes_towards(&items(&now), &then);
            assert_eq!(revise(store, "bank", &changes).await, number);
            states.push(changed(&now, number, &changes));
            let texts = |items: &[Item]| -> Vec<(String, i64, String)> {
                items.iter().map(|item| (item.key.clone(), item.position, item.body.clone())).collect()
            };
            assert_eq!(texts(&store.items("bank").await.unwrap()), texts(&then));
        }
    }
}

async fn every_revision_reads_back(steps: Vec<Step>) {
    let (_folder, store) = store().await;
    let mut states = vec![State::new()];
    for step in &steps {
        take(&store, &mut states, step).await;
    }
    for (number, state) in (0i64..).zip(&states) {
        assert_eq!(
            store.items_at("bank", number).await.unwrap(),
            items(state),
            "revision {number} of {steps:?}"
        );
    }
    assert_eq!(store.items("bank").await.unwrap(), items(states.last().expect("never empty")));
    for from in 0..states.len() {
        let to = states.len() - 1 - from;
        let found = store.changes_between("bank", from as i64, to as i64).await.unwrap();
        let body = |state: &State, name: &(String, String)| state.get(name).map(|item| item.1.clone());
        let mut names: Vec<_> = states[from].keys().chain(states[to].keys()).cloned().collect();
        names.sort();
        names.dedup();
        names.retain(|name| body(&states[from], name) != body(&states[to], name));
        let told: Vec<_> =
            found.iter().map(|version| (version.collection.clone(), version.key.clone())).collect();
        assert_eq!(told, names, "between {from} and {to} of {steps:?}");
        for version in found {
            let name = (version.collection, version.key);
            assert_eq!(
                (version.before, version.after),
                (body(&states[from], &name), body(&states[to], &name))
            );
        }
    }
    assert_eq!(store.first_broken_revision("bank").await.unwrap(), None);
    assert_eq!(store.first_broken_line().await.unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_revisions(steps in prop::collection::vec(step(), 1..12)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(every_revision_reads_back(steps));
    }
}
