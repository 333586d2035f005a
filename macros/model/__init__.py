"""The one place that says what a record is, where its data lies and what its address is.

To add a collection: write its model, add one line to ``COLLECTIONS``, put the data in ``data/`` and a template in
``templates/records/`` (a page each) or ``templates/lists/`` (all on one page).
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import (
    convention,
    enoc,
    follow_up,
    glossary,
    guidance,
    implementation,
    norway,
    ombudsman,
    practice,
    recommendations,
    setting_up,
    tracking,
    treaties,
    vocabulary,
    worksheets,
)
from macros.model.base import Record


@dataclass(frozen=True)
class Collection:
    """A kind of record.

    ``place`` is relative to ``data/``: a folder (a file per record, named by its id) ends with ``/``, a list with .yml.
    ``address`` is relative to the language root; ``{id}`` is the record's id, before or after ``#``, or another field.
    """

    name: str
    model: type[Record]
    place: str
    address: str

    @property
    def has_pages(self) -> bool:
        """Whether each record has a page of its own (else it is an anchor on a shared page)."""
        return self.address.endswith("/")


COLLECTIONS = {
    collection.name: collection
    for collection in (
        Collection("clusters", vocabulary.Cluster, "vocabulary/clusters.yml", "recommendations/themes/#{id}"),
        Collection("themes", vocabulary.Theme, "vocabulary/themes.yml", "recommendations/themes/{id}/"),
        Collection("groups", vocabulary.Group, "vocabulary/groups.yml", "recommendations/groups/#{id}"),
        Collection("actors", vocabulary.Actor, "vocabulary/actors.yml", "implementation/actors/#{id}"),
        Collection("instruments", vocabulary.Instrument, "vocabulary/instruments.yml", "about/data/#{id}"),
        Collection("sources", vocabulary.Source, "sources.yml", "about/sources/#{id}"),
        Collection("standards", vocabulary.Standard, "standards.yml", "norwegian-model/functions/#{id}"),
        Collection("documents", recommendations.Document, "documents/", "recommendations/documents/{id}/"),
        Collection("recommendations", recommendations.Recommendation, "recommendations/", "recommendations/{id}/"),
        Collection("threads", recommendations.Thread, "threads/", "recommendations/threads/{id}/"),
        Collection(
            "mentions",
            recommendations.Mention,
            "sjumilssteget-mentions.yml",
            "recommendations/documents/#{id}",
        ),
        Collection("functions", norway.Function, "functions/", "norwegian-model/functions/{id}/"),
        Collection("office", ombudsman.Office, "ombudsman/office.yml", "norwegian-model/#{id}"),
        Collection("act", ombudsman.Act, "ombudsman/act.yml", "norwegian-model/law/#{id}"),
        Collection("instructions", ombudsman.Instructions, "ombudsman/instructions.yml", "norwegian-model/law/#{id}"),
        Collection("independence", ombudsman.Independence, "ombudsman/independence.yml", "norwegian-model/law/#{id}"),
        Collection("conflicts", ombudsman.Conflict, "ombudsman/conflicts.yml", "about/sources/#{id}"),
        Collection("timeline", practice.Milestone, "ombudsman/timeline.yml", "norwegian-model/history/#{id}"),
        Collection(
            "ombudspersons", practice.Ombudsperson, "ombudsman/ombudspersons.yml", "norwegian-model/history/#{id}"
        ),
        Collection("fields", practice.Focus, "ombudsman/fields/", "norwegian-model/themes/{id}/"),
        Collection("methods", practice.Method, "ombudsman/methods.yml", "norwegian-model/involving-children/#{id}"),
        Collection(
            "international", practice.International, "ombudsman/international.yml", "norwegian-model/visit/#{id}"
        ),
        Collection("system", practice.SystemPart, "ombudsman/system.yml", "norwegian-model/system/#{id}"),
        Collection(
            "requirement-groups",
            setting_up.RequirementGroup,
            "setting-up/groups.yml",
            "norwegian-model/setting-up/#{id}",
        ),
        Collection(
            "requirements",
            setting_up.Requirement,
            "setting-up/requirements.yml",
            "norwegian-model/setting-up/#{id}",
        ),
        Collection(
            "first-steps",
            setting_up.FirstStep,
            "setting-up/first-steps.yml",
            "norwegian-model/setting-up/#{id}",
        ),
        Collection("lessons", setting_up.Lesson, "setting-up/lessons.yml", "norwegian-model/setting-up/#{id}"),
        Collection("network", enoc.Network, "enoc/network.yml", "enoc/#{id}"),
        Collection("members", enoc.Member, "enoc/members/", "enoc/members/{id}/"),
        Collection("statements", enoc.Statement, "enoc/statements/", "enoc/statements/{id}/"),
        Collection("conferences", enoc.Conference, "enoc/conferences.yml", "enoc/conferences/#{id}"),
        Collection("chairs", enoc.Chair, "enoc/chairs.yml", "enoc/conferences/#{id}"),
        Collection("other-lists", enoc.OtherList, "enoc/other-lists.yml", "enoc/#{id}"),
        Collection("proposals", norway.Proposal, "proposals/", "implementation/proposals/{id}/"),
        Collection("slides", norway.Slide, "slides.yml", "implementation/challenges/#{id}"),
        Collection("programmes", implementation.Programme, "programmes.yml", "implementation/actors/#{id}"),
        Collection("chain", implementation.ChainLink, "chain.yml", "implementation/#{id}"),
        Collection("naming-notes", implementation.NamingNote, "naming-notes.yml", "implementation/#{id}"),
        Collection("assignments", implementation.Assignment, "assignments.yml", "implementation/assignments/#{id}"),
        Collection(
            "collaboration", implementation.Collaboration, "collaboration.yml", "implementation/assignments/#{id}"
        ),
        Collection("findings", implementation.MunicipalFinding, "findings.yml", "implementation/challenges/#{id}"),
        Collection(
            "working-group-reports",
            implementation.WorkingGroupReport,
            "working-group-report.yml",
            "implementation/working-group/#{id}",
        ),
        Collection(
            "county-governors",
            implementation.OfficeProfile,
            "county-governors/profile.yml",
            "implementation/county-governors/#{id}",
        ),
        Collection(
            "offices", implementation.Office, "county-governors/offices.yml", "implementation/county-governors/#{id}"
        ),
        Collection(
            "office-periods",
            implementation.OfficePeriod,
            "county-governors/periods.yml",
            "implementation/county-governors/#{id}",
        ),
        Collection(
            "mergers", implementation.Merger, "county-governors/mergers.yml", "implementation/county-governors/#{id}"
        ),
        Collection(
            "merger-decisions",
            implementation.MergerDecision,
            "county-governors/merger-decisions.yml",
            "implementation/county-governors/#{id}",
        ),
        Collection(
            "merger-effects",
            implementation.MergerEffect,
            "county-governors/merger-effects.yml",
            "implementation/county-governors/#{id}",
        ),
        Collection(
            "supervision",
            implementation.Supervision,
            "county-governors/supervision.yml",
            "implementation/county-governors/#{id}",
        ),
        Collection(
            "steps", implementation.SjumilsstegetStep, "sjumilssteget/steps/", "implementation/sjumilssteget/{id}/"
        ),
        Collection(
            "sjumilssteget",
            implementation.Sjumilssteget,
            "sjumilssteget/programme.yml",
            "implementation/sjumilssteget/#{id}",
        ),
        Collection("aims", implementation.Aim, "sjumilssteget/aims.yml", "implementation/sjumilssteget/#{id}"),
        Collection(
            "sjumilssteget-history",
            implementation.HistoryEntry,
            "sjumilssteget/history.yml",
            "implementation/sjumilssteget/#{id}",
        ),
        Collection(
            "phases", implementation.AnalysisPhase, "sjumilssteget/phases.yml", "implementation/sjumilssteget/#{id}"
        ),
        Collection(
            "results", implementation.LocalResult, "sjumilssteget/results.yml", "implementation/sjumilssteget/#{id}"
        ),
        Collection("articles", convention.Article, "convention/articles/", "convention/articles/{number}/"),
        Collection(
            "general-comments",
            convention.GeneralComment,
            "convention/general-comments.yml",
            "convention/general-comments/#{id}",
        ),
        Collection("protocols", convention.Protocol, "convention/protocols.yml", "convention/#{id}"),
        Collection("milestones", convention.Milestone, "convention/milestones.yml", "convention/norway/#{id}"),
        Collection("reports", convention.Report, "convention/reports.yml", "convention/norway/#{id}"),
        Collection("convention", convention.Convention, "convention/convention.yml", "convention/#{id}"),
        Collection(
            "best-interests", guidance.BestInterests, "guidance/best-interests.yml", "guidance/best-interests/#{id}"
        ),
        Collection(
            "right-to-be-heard",
            guidance.RightToBeHeard,
            "guidance/right-to-be-heard.yml",
            "guidance/right-to-be-heard/#{id}",
        ),
        Collection(
            "child-impact-assessment",
            guidance.ChildImpactAssessment,
            "guidance/child-impact-assessment.yml",
            "guidance/child-impact-assessment/#{id}",
        ),
        Collection("sectors", guidance.Sector, "guidance/sectors/", "guidance/sectors/{id}/"),
        Collection("examples", guidance.Example, "guidance/examples/", "guidance/examples/{id}/"),
        Collection("life-course", guidance.LifeCourse, "guidance/life-course.yml", "guidance/life-course/#{id}"),
        Collection("resources", guidance.Resource, "guidance/resources.yml", "guidance/resources/#{id}"),
        Collection("worksheets", worksheets.Worksheet, "guidance/templates/", "guidance/templates/{id}/"),
        Collection("glossary", glossary.Term, "glossary.yml", "glossary/#{id}"),
        Collection("dialogue", follow_up.DialogueProject, "follow-up/dialogue.yml", "follow-up/dialogue/#{id}"),
        Collection(
            "dialogue-points", follow_up.DialoguePoint, "follow-up/dialogue-points.yml", "follow-up/dialogue/#{id}"
        ),
        Collection("meetings", follow_up.Meeting, "follow-up/meetings.yml", "follow-up/dialogue/#{id}"),
        Collection("ministries", follow_up.Ministry, "follow-up/ministries.yml", "follow-up/conventions/#{id}"),
        Collection("coordination", follow_up.Coordination, "follow-up/coordination.yml", "follow-up/conventions/#{id}"),
        Collection("treaties", treaties.Treaty, "follow-up/treaties.yml", "follow-up/conventions/#{id}"),
        Collection(
            "human-rights-act",
            treaties.HumanRightsAct,
            "follow-up/human-rights-act.yml",
            "follow-up/conventions/#{id}",
        ),
        Collection("upr", treaties.Upr, "follow-up/upr.yml", "follow-up/upr/#{id}"),
        Collection("upr-cycles", treaties.UprCycle, "follow-up/upr-cycles.yml", "follow-up/upr/#{id}"),
        Collection("nim", tracking.Institution, "follow-up/nim.yml", "follow-up/nim/#{id}"),
        Collection("nmirf", tracking.Mechanism, "follow-up/nmirf.yml", "follow-up/nmirf/#{id}"),
        Collection("tools", tracking.Tool, "follow-up/tools.yml", "follow-up/tools/#{id}"),
        Collection("tools-overview", tracking.ToolsOverview, "follow-up/tools-overview.yml", "follow-up/tools/#{id}"),
        Collection("gaps", norway.Gap, "gaps.yml", "about/gaps/#{id}"),
    )
}

__all__ = ["COLLECTIONS", "Collection", "Record"]
