"""The papers of a conference, from the plan to the certificates, and the register of tasks."""

from tongket.conference.papers.certificates import certificates, try_sheet
from tongket.conference.papers.commend import Praise, commendation_papers, praise_of
from tongket.conference.papers.communique import communique
from tongket.conference.papers.council import council_minutes
from tongket.conference.papers.follow_up import task_report
from tongket.conference.papers.invitation import invitations
from tongket.conference.papers.notice import notice_of_conclusions
from tongket.conference.papers.opinions import opinions_table
from tongket.conference.papers.plan import plan, request_letter
from tongket.conference.papers.programme import programme
from tongket.conference.papers.register import task_register
from tongket.conference.papers.script import award_list, script

__all__ = [
    "Praise",
    "award_list",
    "certificates",
    "commendation_papers",
    "communique",
    "council_minutes",
    "invitations",
    "notice_of_conclusions",
    "opinions_table",
    "plan",
    "praise_of",
    "programme",
    "request_letter",
    "script",
    "task_register",
    "task_report",
    "try_sheet",
]
