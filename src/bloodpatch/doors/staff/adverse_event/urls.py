"""The addresses of this stage."""

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.adverse_event.event_form import AboutAnEvent
from bloodpatch.doors.staff.stage_page import acts_of, stage_urls

STAGE = "adverse_event"

urlpatterns = stage_urls(
    STAGE, special={name: act_view(name, AboutAnEvent) for name in acts_of(STAGE)}
)
