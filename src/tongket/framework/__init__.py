"""What is collected and computed: data elements, indicators, report forms."""

from tongket.framework.model import (
    Aggregation,
    DataElement,
    FormItem,
    Framework,
    Indicator,
    IndicatorKind,
    Part,
    Pillar,
    Publishable,
    ReportForm,
    Wording,
)
from tongket.framework.targets import Target, load_targets

__all__ = [
    "Aggregation",
    "DataElement",
    "FormItem",
    "Framework",
    "Indicator",
    "IndicatorKind",
    "Part",
    "Pillar",
    "Publishable",
    "ReportForm",
    "Target",
    "Wording",
    "load_targets",
]
