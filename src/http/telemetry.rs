//! What the service tells of itself: log lines, and traces by OTLP where a collector is set.

use std::fmt::Debug;
use std::time::Duration;

use opentelemetry::trace::TracerProvider;
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, fmt};

use super::server::StartFault;
use crate::config::server::ServerConfig;

/// How long a collector may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Ends what is told when it is dropped: what was not sent yet is sent.
#[derive(Debug)]
pub struct Telling {
    traces: Option<SdkTracerProvider>,
}

impl Drop for Telling {
    fn drop(&mut self) {
        if let Some(traces) = &self.traces {
            let _ = traces.shutdown_with_timeout(PATIENCE);
        }
    }
}

/// Begins to tell, to standard error and to the collector.
pub fn begin(config: &ServerConfig) -> Result<Telling, StartFault> {
    let filter = EnvFilter::try_new(&config.log);
    let filter = filter.map_err(|fault| StartFault(format!("`log` is `{}`: {fault}.", config.log)))?;
    let lines = fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    let lines = match config.has_json_log {
        true => lines.json().boxed(),
        false => lines.boxed(),
    };
    let traces = config.otlp_endpoint.as_deref().map(provider).transpose()?;
    let spans =
        traces.as_ref().map(|traces| tracing_opentelemetry::layer().with_tracer(traces.tracer("cxfolio")));
    let told = tracing_subscriber::registry().with(spans).with(lines.with_filter(filter)).try_init();
    told.map_err(|fault| StartFault(fault.to_string()))?;
    Ok(Telling { traces })
}

fn provider(endpoint: &str) -> Result<SdkTracerProvider, StartFault> {
    let address = format!("{}/v1/traces", endpoint.trim_end_matches('/'));
    let exporter = SpanExporter::builder().with_http().with_http_client(Collector).with_endpoint(address);
    let exporter = exporter.with_timeout(PATIENCE).build();
    let exporter = exporter.map_err(|fault| StartFault(format!("`otlp_endpoint`: {fault}.")))?;
    let resource = Resource::builder().with_service_name("cxfolio").build();
    Ok(SdkTracerProvider::builder().with_resource(resource).with_batch_exporter(exporter).build())
}

/// The way to a collector; called on the thread of the exporter, so it may block.
#[derive(Debug)]
struct Collector;

impl HttpClient for Collector {
    fn send_bytes<'a, 'b>(
        &'a self,
        request: Request<Bytes>,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'b>>
    where
        'a: 'b,
        Self: 'b,
    {
        Box::pin(std::future::ready(sent(request)))
    }
}

fn sent(request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
    let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).build();
    let agent: ureq::Agent = config.into();
    let (parts, body) = request.into_parts();
    let mut response = agent.run(Request::from_parts(parts, body.to_vec()))?;
    let told = response.body_mut().read_to_vec()?;
    Ok(Response::builder().status(response.status()).body(Bytes::from(told))?)
}
