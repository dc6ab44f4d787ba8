"""An operation that DJI does not have, as it is transcribed."""

from __future__ import annotations

SUMMARIZE = """\
summary:
  get:
    operationId: summarizeFlightTask
    tags: [Task Management]
    summary: Sum up a flight task
    description: What a flight came to; made up.
    x-flighthub:
      page: Summarize Flight task
      source: {reference: documentation page, dated: '2026-06-01'}
      confidence: documented
      scope: project
      effect: read
      retry: safe
      group: flight_tasks
      method: summarize
      result: data
      paging: none
    parameters:
      - name: task_uuid
        in: path
        required: true
        description: Id of the task.
        example: 8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10
        schema: {type: string, format: uuid}
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
                    data: {$ref: '../schemas/flight_tasks.yaml#/FlightTaskSums'}
      default: {$ref: '../openapi.yaml#/components/responses/Error'}
"""
