"""The addresses of this stage."""

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.procedure.bedside import AtBedside, room
from bloodpatch.doors.staff.stage_page import acts_of, stage_urls

PAGE = "staff/procedure/bedside.html"

urlpatterns = stage_urls(
    "procedure",
    template=PAGE,
    more=room,
    special={name: act_view(name, AtBedside, PAGE) for name in acts_of("procedure")},
)
