"""Plain words for declared elements (申报要素): what each asks, with an example."""

from typing import Final

from app.kit.i18n import N_

ELEMENT_HELP: Final = {
    "品牌类型": N_("Whose brand is on the goods?"),
    "出口享惠情况": N_("Does the buyer's country lower the duty on them?"),
    "用途": N_("What are they for? For example: eaten as they are, for sewing."),
    "包装规格": N_("How are they packed? For example: bags of 500 g, 20 in a carton."),
    "制作或保存方法": N_("How are they made or kept? For example: dried in the shade."),
    "制作方法": N_("How are they made? For example: woven by hand, moulded."),
    "种类": N_("Which kind? For example: seedless green raisins."),
    "成分含量": N_(
        "What are they made of, and how much of each? For example: cotton 60, polyester 40."
    ),
    "材质": N_("Of which material? For example: stainless steel, polypropylene."),
    "织造方法": N_("How is the cloth made? For example: knitted, woven."),
    "加工程度": N_("How far are they worked? For example: shelled, roasted."),
    "规格": N_("Which size or grade? For example: 200 × 80 cm, first grade."),
    "等级": N_("Which grade? For example: first grade."),
    "型号": N_("Which model? As it stands on the label."),
}
"""By the element's name in the tariff; elements that are not here are asked by that name alone."""
