"""What becomes of files that were sent."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path

from assistant.faces.rest.models import Held
from assistant.keeping import Job

router = APIRouter(prefix="/jobs", tags=["jobs"])
JobId = Annotated[str, Path(min_length=1, max_length=64)]


@router.get("/{job_id}", response_model=Job)
def show_job(job_id: JobId, assistant: Held) -> Job:
    """Return a job as it is now, with the state of each of its files."""
    job = assistant.job(job_id)
    if job is None:
        raise HTTPException(404, "There is no such job; the last 100 are remembered")
    return job
