"""References to collections that have pages of their own."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Ref

RecommendationId = Annotated[str, Ref("recommendations")]
DocumentId = Annotated[str, Ref("documents")]
MemberId = Annotated[str, Ref("members")]
StandardId = Annotated[str, Ref("standards")]
SlideId = Annotated[str, Ref("slides")]
OfficeId = Annotated[str, Ref("offices")]
MergerId = Annotated[str, Ref("mergers")]
ProposalItemId = Annotated[str, Ref("proposals")]
SectorId = Annotated[str, Ref("sectors")]
RequirementGroupId = Annotated[str, Ref("requirement-groups")]
RequirementId = Annotated[str, Ref("requirements")]
MinistryId = Annotated[str, Ref("ministries")]
TreatyId = Annotated[str, Ref("treaties")]
DialoguePointId = Annotated[str, Ref("dialogue-points")]
GENERAL_COMMENT_ID = "gc-{}"
GeneralCommentNumber = Annotated[int, Ref("general-comments", GENERAL_COMMENT_ID)]
"""A General Comment of the Committee on the Rights of the Child, by its number."""
AnyRecord = Annotated[str, Ref("*")]
"""A record of any collection, written "collection/id"."""
