"""What people type on the way of a plan, in each of the six languages and its own script."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    institution: str
    person: str
    function: str
    minister: str
    purpose: str
    objective: str
    stakeholder: str
    message: str
    activity: str
    place: str
    office: str
    indicator: str
    absent: str
    comment: str
    strengths: str
    reason: str
    answer: str

    @property
    def of_the_plan(self) -> tuple[str, ...]:
        """What stands in the whole plan once it is filled in."""
        return (
            *(self.title, self.institution, self.person, self.function, self.minister),
            *(self.purpose, self.objective, self.stakeholder, self.message, self.activity),
            *(self.place, self.office, self.indicator, self.absent),
        )


WORDS = {
    "ar": Words(
        title="أهل المراعي",
        institution="وزارة الأراضي والغابات",
        person="إيلين دورين",
        function="منسقة وطنية",
        minister="سيفا مارون",
        purpose="تشارك أسر الرعاة في تحديد الآبار التي تُراح في كل موسم.",
        objective="يبقى مساران ربيعيان مفتوحين.",
        stakeholder="أسر الرعاة في الشمال",
        message="أنتم تقررون أولاً.",
        activity="مجلس الرعاة",
        place="هضبة كارو",
        office="مديرية الأراضي",
        indicator="مشاورات لها جواب مكتوب",
        absent="ليس في هذا العام.",
        comment="وسيلة واحدة على الأقل تصلح في المخيمات.",
        strengths="تذكر الخطة ما طلبته أسر الرعاة.",
        reason="بقيت نقطة واحدة: وسيلة للشكوى.",
        answer="تتلقى الخدمة البيطرية الشكاوى.",
    ),
    "zh": Words(
        title="草原上的人们",
        institution="土地和森林部",
        person="伊伦·多林",
        function="国家联络人",
        minister="塞法·马龙",
        purpose="牧民家庭参与决定哪些水井休养。",
        objective="两条春季路线保持畅通。",
        stakeholder="北部牧民家庭",
        message="由你们先决定。",
        activity="牧民大会",
        place="卡罗高原",
        office="土地局",
        indicator="得到书面答复的磋商",
        absent="今年没有。",
        comment="至少要有一种适合营地的方式。",
        strengths="计划写明了牧民家庭的要求。",
        reason="还有一点未定:申诉的途径。",
        answer="兽医站受理申诉。",
    ),
    "en": Words(
        title="People of the grassland",
        institution="Ministry of Land and Forests",
        person="Ilen Dorrin",
        function="National focal point",
        minister="Sefa Maron",
        purpose="Herder families take part in deciding which wells are rested.",
        objective="Two spring routes stay open.",
        stakeholder="Herder families",
        message="You decide first.",
        activity="Herders’ assembly",
        place="Karo plateau",
        office="Directorate of Land",
        indicator="Consultations with a written answer",
        absent="Not in this year.",
        comment="At least one way that works in the camps.",
        strengths="The plan names what herder families asked for.",
        reason="One point is open: a way to complain.",
        answer="The veterinary service takes complaints.",
    ),
    "fr": Words(
        title="Les gens de la prairie",
        institution="Ministère des terres et des forêts",
        person="Ilène Dorrin",
        function="Correspondante nationale",
        minister="Séfa Maron",
        purpose="Les familles d’éleveurs décident avec nous quels puits sont laissés au repos.",
        objective="Deux pistes de printemps restent ouvertes.",
        stakeholder="Familles d’éleveurs du nord",
        message="C’est à vous de décider d’abord.",
        activity="Assemblée des éleveurs",
        place="Plateau de Karo",
        office="Direction des terres",
        indicator="Consultations suivies d’une réponse écrite",
        absent="Pas cette année.",
        comment="Au moins un moyen qui convienne aux campements.",
        strengths="Le plan dit ce que les familles d’éleveurs ont demandé.",
        reason="Un point reste ouvert : où se plaindre.",
        answer="Le service vétérinaire reçoit les plaintes.",
    ),
    "ru": Words(
        title="Люди степи",
        institution="Министерство земель и лесов",
        person="Илен Доррин",
        function="Национальный координатор",
        minister="Сефа Марон",
        purpose="Семьи скотоводов вместе с нами решают, каким колодцам дать отдых.",
        objective="Два весенних пути остаются открытыми.",
        stakeholder="Семьи скотоводов севера",
        message="Сначала решаете вы.",
        activity="Собрание скотоводов",
        place="Плато Каро",
        office="Управление земель",
        indicator="Консультации с письменным ответом",
        absent="Не в этом году.",
        comment="Хотя бы один способ, пригодный на стоянках.",
        strengths="В плане сказано, о чём просили семьи скотоводов.",
        reason="Открыт один вопрос: куда жаловаться.",
        answer="Жалобы принимает ветеринарная служба.",
    ),
    "es": Words(
        title="La gente de la pradera",
        institution="Ministerio de Tierras y Bosques",
        person="Ilén Dorrín",
        function="Punto focal nacional",
        minister="Sefa Marón",
        purpose="Las familias de pastores deciden con nosotros qué pozos descansan.",
        objective="Dos rutas de primavera siguen abiertas.",
        stakeholder="Familias de pastores del norte",
        message="Ustedes deciden primero.",
        activity="Asamblea de pastores",
        place="Meseta de Karo",
        office="Dirección de Tierras",
        indicator="Consultas con respuesta por escrito",
        absent="Este año no.",
        comment="Al menos una vía que sirva en los campamentos.",
        strengths="El plan dice qué pidieron las familias de pastores.",
        reason="Queda un punto: dónde quejarse.",
        answer="El servicio veterinario recibe las quejas.",
    ),
}
