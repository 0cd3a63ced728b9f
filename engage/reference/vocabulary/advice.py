"""The rules of practice, by the codes under which an advice is given and set aside."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Vocabulary


class AdviceCode(Vocabulary):
    """What an advice is about: one code for each rule, in the order of the groups."""

    R_PAS1 = "r_pas1", _l("Months on the move")
    R_PAS2 = "r_pas2", _l("Pastoralists reached only online")
    R_PAS3 = "r_pas3", _l("Herds that cross a border")
    R_PAS4 = "r_pas4", _l("Herder women and young herders")
    R_WOM1 = "r_wom1", _l("What makes it possible for women to come")
    R_WOM2 = "r_wom2", _l("Share of women")
    R_WOM3 = "r_wom3", _l("Late or long sessions")
    R_WOM4 = "r_wom4", _l("Women are informed only")
    R_YOU1 = "r_you1", _l("Protection of minors")
    R_YOU2 = "r_you2", _l("Exam months")
    R_YOU3 = "r_you3", _l("A say for youth")
    R_YOU4 = "r_you4", _l("Travel costs of youth")
    R_IND1 = "r_ind1", _l("Consent where lands are touched")
    R_IND2 = "r_ind2", _l("Time between information and decision")
    R_IND3 = "r_ind3", _l("Representation of Indigenous Peoples")
    R_IND4 = "r_ind4", _l("Indigenous Peoples apart from civil society")
    R_LOC1 = "r_loc1", _l("A count of their own")
    R_CSO1 = "r_cso1", _l("National and local organizations")
    R_CSO2 = "r_cso2", _l("Civil society as service provider only")
    R_LAND1 = "r_land1", _l("Women who hold land")
    R_LAND2 = "r_land2", _l("Land users without title")
    R_FARM1 = "r_farm1", _l("Sowing and harvest")
    R_PAR1 = "r_par1", _l("Recess and elections")
    R_PAR2 = "r_par2", _l("All chambers and parties")
    R_PAR3 = "r_par3", _l("Committees of parliament")
    R_PAR4 = "r_par4", _l("Invitations to parliamentarians")
    R_POL1 = "r_pol1", _l("Other ministries and local government")
    R_PRI1 = "r_pri1", _l("Due diligence on a signed partnership")
    R_PRI2 = "r_pri2", _l("Logo and endorsement")
    R_PRI3 = "r_pri3", _l("Small enterprises and cooperatives")
    R_PRI4 = "r_pri4", _l("Pledge without date or quantity")
    R_MED1 = "r_med1", _l("Media as a partner")
    R_GRP1 = "r_grp1", _l("Group without an activity")
    R_SEA1 = "r_sea1", _l("Busy months")
    R_OCC1 = "r_occ1", _l("International day close by")
    R_OCC2 = "r_occ2", _l("Weeks of a session")
    R_FEE1 = "r_fee1", _l("Feedback without internet")
    R_TIM1 = "r_tim1", _l("Activity outside of the period")
    R_TIM2 = "r_tim2", _l("Period of the plan")
