//! The life of a job, from the queue to its result, over a crash too.

use cxfolio::store::database::Store;
use cxfolio::store::job_queue::{CRASHED, JobEnd, Requeued};
use cxfolio::store::jobs::{JobFile, JobFilter, JobState, NewJob};

use crate::folder::store;

const LATER: &str = "2026-11-20T10:00:00.000Z";

fn job(id: &str, dossier: &str, kind: &str) -> NewJob {
    NewJob {
        id: id.to_string(),
        dossier: dossier.to_string(),
        revision: 3,
        kind: kind.to_string(),
        request: "{\"budget\":\"5\"}".to_string(),
        actor: "key:ana".to_string(),
        created_at: "2026-11-20T09:30:00.000Z".to_string(),
        webhook: Some("https://example.org/hook".to_string()),
        files: Vec::new(),
    }
}

fn end(state: JobState, result: Option<&[u8]>) -> JobEnd {
    JobEnd {
        state,
        at: LATER.to_string(),
        result: result.map(<[u8]>::to_vec),
        result_type: result.map(|_| "application/json".to_string()),
        fingerprint: result.map(|_| "f1".to_string()),
        fault: (state == JobState::Failed).then(|| "no_answer".to_string()),
        is_partial: false,
    }
}

async fn add(store: &Store, jobs: &[NewJob]) {
    let mut change = store.change().await.unwrap();
    for job in jobs {
        change.add_job(job).await.unwrap();
    }
    change.commit().await.unwrap();
}

/// Takes the next job, as a runner does.
async fn taken(store: &Store) -> Option<String> {
    let mut change = store.change().await.unwrap();
    let job = change.next_queued(LATER, &[]).await.unwrap();
    change.commit().await.unwrap();
    job.map(|job| job.id)
}

async fn state(store: &Store, id: &str) -> JobState {
    store.job(id).await.unwrap().unwrap().state
}

#[tokio::test]
async fn a_job_is_queued_taken_told_and_ended() {
    let (_folder, store) = store().await;
    add(&store, &[job("02", "bank", "choose"), job("01", "bank", "appraise")]).await;
    let mut change = store.change().await.unwrap();
    let running = change.next_queued(LATER, &[]).await.unwrap().unwrap();
    assert_eq!((running.id.as_str(), running.state, running.attempts), ("01", JobState::Running, 1));
    assert_eq!(running.started_at.as_deref(), Some(LATER));
    assert_eq!((running.revision, running.request.as_str()), (3, "{\"budget\":\"5\"}"));
    change.commit().await.unwrap();

    let mut change = store.change().await.unwrap();
    assert!(change.end_job("01", &end(JobState::Done, Some(b"{}"))).await.unwrap());
    assert!(!change.end_job("01", &end(JobState::Failed, None)).await.unwrap(), "it ends once");
    assert!(!change.end_job("99", &end(JobState::Done, None)).await.unwrap());
    assert_eq!(change.job("01").await.unwrap().unwrap().state, JobState::Done);
    change.commit().await.unwrap();
    let done = store.job("01").await.unwrap().unwrap();
    assert_eq!(
        (done.state, done.result.as_deref(), done.fault),
        (JobState::Done, Some(b"{}".as_slice()), None)
    );
    assert_eq!(
        (done.result_type.as_deref(), done.fingerprint.as_deref()),
        (Some("application/json"), Some("f1"))
    );
    assert_eq!(done.ended_at.as_deref(), Some(LATER));
    assert_eq!(taken(&store).await.as_deref(), Some("02"));
    assert_eq!(taken(&store).await, None);
    assert!(store.job("99").await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_job_is_taken_twice() {
    let (_folder, store) = store().await;
    let jobs: Vec<NewJob> = (0..40).map(|n| job(&format!("{n:02}"), "bank", "choose")).collect();
    add(&store, &jobs).await;
    let runner = |_| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut own = Vec::new();
            while let Some(id) = taken(&store).await {
                own.push(id);
            }
            own
        })
    };
    let runners: Vec<_> = (0..8).map(runner).collect();
    let mut all = Vec::new();
    for runner in runners {
        all.extend(runner.await.unwrap());
    }
    all.sort();
    assert_eq!(all, jobs.iter().map(|job| job.id.clone()).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_list_of_jobs_has_no_results_and_is_filtered() {
    let (_folder, store) = store().await;
    let jobs = [
        job("01", "bank", "choose"),
        job("02", "shop", "choose"),
        job("03", "bank", "appraise"),
        job("04", "bank", "choose"),
    ];
    add(&store, &jobs).await;
    let mut change = store.change().await.unwrap();
    change.end_job("04", &end(JobState::Done, Some(b"long"))).await.unwrap();
    change.commit().await.unwrap();
    let listed = async |filter: JobFilter<'_>, limit| -> Vec<String> {
        let heads = store.job_heads(&filter, limit).await.unwrap();
        assert!(heads.iter().all(|head| head.result.is_none()));
        heads.into_iter().map(|head| head.id).collect()
    };
    let any = JobFilter::default();
    assert_eq!(listed(any, 9).await, ["04", "03", "02", "01"]);
    assert_eq!(listed(any, 2).await, ["04", "03"]);
    assert_eq!(listed(JobFilter { before: Some("03"), ..any }, 9).await, ["02", "01"]);
    let [of_bank, quoted] = [["bank".to_string()], ["bank' OR 1=1 --".to_string()]];
    let bank = JobFilter { dossiers: Some(&of_bank), ..any };
    assert_eq!(listed(bank, 9).await, ["04", "03", "01"]);
    assert_eq!(listed(JobFilter { kind: Some("choose"), ..bank }, 9).await, ["04", "01"]);
    assert_eq!(listed(JobFilter { state: Some(JobState::Queued), ..bank }, 9).await, ["03", "01"]);
    for none in [&quoted[..], &[]] {
        assert_eq!(listed(JobFilter { dossiers: Some(none), ..any }, 9).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn files_are_kept_with_the_job_in_their_order() {
    let (_folder, store) = store().await;
    let file = |name: &str, content: &[u8]| JobFile { name: name.to_string(), content: content.to_vec() };
    let files = vec![file("b.csv", b"1\0\xff"), file("a.csv", b"")];
    add(&store, &[NewJob { files: files.clone(), ..job("01", "bank", "import") }]).await;
    assert_eq!(store.job_files("01").await.unwrap(), files);
    assert_eq!(store.job_files("02").await.unwrap(), []);
}

#[tokio::test]
async fn a_queued_job_is_cancelled_at_once_and_a_running_one_is_asked() {
    let (_folder, store) = store().await;
    add(&store, &[job("01", "bank", "choose"), job("02", "bank", "choose")]).await;
    assert_eq!(taken(&store).await.as_deref(), Some("01"));
    let mut change = store.change().await.unwrap();
    assert_eq!(change.request_cancel("01", LATER).await.unwrap(), Some(JobState::Running));
    assert_eq!(change.request_cancel("02", LATER).await.unwrap(), Some(JobState::Cancelled));
    assert_eq!(change.request_cancel("03", LATER).await.unwrap(), None);
    change.commit().await.unwrap();
    let (asked, cancelled) =
        (store.job("01").await.unwrap().unwrap(), store.job("02").await.unwrap().unwrap());
    assert!(asked.cancel_requested && asked.ended_at.is_none());
    assert!(cancelled.cancel_requested && cancelled.ended_at.as_deref() == Some(LATER));
    assert_eq!(taken(&store).await, None);
    let mut change = store.change().await.unwrap();
    assert!(change.end_job("01", &end(JobState::Cancelled, Some(b"best so far"))).await.unwrap());
    assert_eq!(change.request_cancel("01", LATER).await.unwrap(), Some(JobState::Cancelled));
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_result_that_is_not_whole_is_nobody_elses_answer() {
    let (_folder, store) = store().await;
    add(&store, &[job("01", "bank", "choose"), job("02", "bank", "choose")]).await;
    let mut change = store.change().await.unwrap();
    for (id, is_partial, known) in [("01", true, None), ("02", false, Some("02"))] {
        change.next_queued(LATER, &[]).await.unwrap().expect("it waits");
        let whole = end(JobState::Done, Some(b"{}"));
        assert!(change.end_job(id, &JobEnd { is_partial, ..whole }).await.unwrap());
        assert_eq!(change.job(id).await.unwrap().expect("it is kept").is_partial, is_partial);
        assert_eq!(change.done_alike(&job("03", "bank", "choose"), "").await.unwrap().as_deref(), known);
    }
    change.commit().await.unwrap();
}

#[tokio::test]
async fn old_results_and_files_are_removed_and_the_job_stays() {
    let (_folder, store) = store().await;
    let files = vec![JobFile { name: "a.csv".to_string(), content: b"1".to_vec() }];
    let import = |id: &str| NewJob { files: files.clone(), ..job(id, "bank", "import") };
    add(&store, &[import("01"), import("02")]).await;
    assert_eq!(taken(&store).await.as_deref(), Some("01"));
    let mut change = store.change().await.unwrap();
    assert!(change.end_job("01", &end(JobState::Done, Some(b"{}"))).await.unwrap());
    assert_eq!(change.forget_results_before(LATER).await.unwrap(), 0, "it ended just then");
    assert_eq!(change.done_alike(&import("03"), "").await.unwrap().as_deref(), Some("01"));
    assert_eq!(change.forget_results_before("2026-11-21").await.unwrap(), 1);
    assert_eq!(change.forget_results_before("2026-11-21").await.unwrap(), 0);
    assert_eq!(change.done_alike(&import("03"), "").await.unwrap(), None);
    change.commit().await.unwrap();
    let kept = store.job("01").await.unwrap().unwrap();
    assert_eq!((kept.result, kept.fingerprint.as_deref()), (None, Some("f1")));
    assert_eq!((kept.state, kept.result_type.as_deref()), (JobState::Done, Some("application/json")));
    assert_eq!(store.job_files("01").await.unwrap(), []);
    assert_eq!(store.job_files("02").await.unwrap(), files, "what waits keeps its files");
}

#[tokio::test]
async fn a_job_that_takes_the_program_down_three_times_is_not_tried_again() {
    let (folder, store) = store().await;
    add(&store, &[job("01", "bank", "choose"), job("02", "bank", "choose"), job("03", "bank", "choose")])
        .await;
    let restarted = async || -> Requeued {
        let store = Store::open(folder.path()).await.unwrap();
        let mut change = store.change().await.unwrap();
        let requeued = change.requeue_running(LATER).await.unwrap();
        change.commit().await.unwrap();
        requeued
    };
    assert_eq!(taken(&store).await.as_deref(), Some("01"));
    assert_eq!(taken(&store).await.as_deref(), Some("02"));
    let mut change = store.change().await.unwrap();
    change.request_cancel("02", LATER).await.unwrap();
    change.commit().await.unwrap();
    let first = restarted().await;
    assert_eq!((first.queued, first.cancelled), (vec!["01".to_string()], vec!["02".to_string()]));
    assert_eq!(state(&store, "02").await, JobState::Cancelled);
    let again = store.job("01").await.unwrap().unwrap();
    assert_eq!((again.state, again.attempts), (JobState::Queued, 1));
    assert_eq!(again.started_at, None);

    assert_eq!(taken(&store).await.as_deref(), Some("01"));
    assert_eq!(restarted().await.queued, ["01"]);
    assert_eq!(taken(&store).await.as_deref(), Some("01"));
    assert_eq!(restarted().await.failed, ["01"]);
    let failed = store.job("01").await.unwrap().unwrap();
    assert_eq!((failed.state, failed.fault.as_deref()), (JobState::Failed, Some(CRASHED)));
    assert_eq!((failed.attempts, failed.ended_at.as_deref()), (3, Some(LATER)));
    assert_eq!(state(&store, "03").await, JobState::Queued, "what did not run stays as it is");
    assert_eq!(restarted().await, Requeued::default());
}
