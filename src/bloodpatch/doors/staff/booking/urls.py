"""The addresses of this stage."""

from bloodpatch.doors.staff.acts.views import act_view
from bloodpatch.doors.staff.booking.calendar import ahead, book
from bloodpatch.doors.staff.stage_page import stage_urls

urlpatterns = stage_urls(
    "booking",
    template="staff/booking/page.html",
    more=ahead,
    special={"booking.book": act_view("booking.book", book, "staff/booking/book.html")},
)
