"""The papers of a conference: programme, notice of conclusions, commendation, communiqué, and the register of tasks."""

from tongket.conference.papers.commend import Praise, commendation_papers, praise_of
from tongket.conference.papers.communique import communique
from tongket.conference.papers.notice import notice_of_conclusions
from tongket.conference.papers.programme import programme
from tongket.conference.papers.register import task_register

__all__ = [
    "Praise",
    "commendation_papers",
    "communique",
    "notice_of_conclusions",
    "praise_of",
    "programme",
    "task_register",
]
