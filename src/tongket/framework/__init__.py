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
    "Wording",
]
