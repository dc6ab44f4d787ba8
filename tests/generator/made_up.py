"""Operations that DJI does not have, as they are transcribed."""

from __future__ import annotations


def reading(verb: str, step: str, schema: str) -> str:
    """An operation that reads something of a flight task. Whoever needs one has names of its own for it.

    Tests that add an operation run on checkouts to which another has been added, too.

    Args:
        verb: Its method, and the first word of its id and its page.
        step: Its entry in the file of paths, and the last step of its path.
        schema: What it gives.
    """
    return f"""\
{step}:
  get:
    operationId: {verb}FlightTask
    tags: [Task Management]
    summary: Sum up a flight task
    description: What a flight came to; made up.
    x-flighthub:
      page: {verb.capitalize()} Flight task
      source: {{reference: documentation page, dated: '2026-06-01'}}
      confidence: documented
      scope: project
      effect: read
      retry: safe
      group: flight_tasks
      method: {verb}
      result: data
      paging: none
    parameters:
      - name: task_uuid
        in: path
        required: true
        description: Id of the task.
        example: 8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10
        schema: {{type: string, format: uuid}}
    responses:
      '200':
        description: The sums.
        content:
          application/json:
            schema:
              allOf:
                - $ref: '../schemas/envelope.yaml#/Envelope'
                - type: object
                  properties:
                    data: {{$ref: '../schemas/flight_tasks.yaml#/{schema}'}}
      default: {{$ref: '../openapi.yaml#/components/responses/Error'}}
"""
