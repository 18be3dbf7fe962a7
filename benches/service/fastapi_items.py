"""The peer for reads: an item of the sample bank from SQLite behind FastAPI, with a key check and an ETag, as one would write it."""

import json
import os
import sqlite3
import threading

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

PATH = os.environ["PEER_DATABASE"]
app = FastAPI(openapi_url=None)
held = threading.local()


def connection() -> sqlite3.Connection:
    if not hasattr(held, "connection"):
        held.connection = sqlite3.connect(PATH, check_same_thread=False)
    return held.connection


@app.get("/api/v1/dossiers/{dossier}/{table}/{key}")
def item(dossier: str, table: str, key: str, request: Request) -> JSONResponse:
    found = connection().execute(
        "SELECT revision, body FROM items WHERE dossier = ? AND collection = ? AND key = ?", (dossier, table, key)
    ).fetchone()
    if found is None:
        raise HTTPException(404)
    revision, body = found
    return JSONResponse({"key": key, **json.loads(body)}, headers={"ETag": f'"r{revision}"'})
