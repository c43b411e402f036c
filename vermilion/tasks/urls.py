"""Doors of the duties."""

from django.urls import path

from vermilion.tasks.views import asking, doing, giving, rules

app_name = "tasks"
urlpatterns = [
    path("<int:task_id>/", doing.task, name="task"),
    path("<int:task_id>/taking-in/", doing.taking_in, name="taking-in"),
    path("<int:task_id>/return/", doing.giving_back, name="return"),
    path("<int:task_id>/completion/", doing.completion, name="completion"),
    path("<int:task_id>/progress/", doing.progress, name="progress"),
    path("<int:task_id>/passing-on/", giving.passing_on, name="passing-on"),
    path("<int:task_id>/taking-over/", giving.taking_over, name="taking-over"),
    path("<int:task_id>/parts/", giving.parts, name="parts"),
    path("<int:task_id>/withdrawal/", giving.withdrawal, name="withdrawal"),
    path("<int:task_id>/reopening/", giving.reopening, name="reopening"),
    path("<int:task_id>/approval/", giving.approval, name="approval"),
    path("<int:task_id>/sending-back/", giving.sending_back, name="sending-back"),
    path("<int:task_id>/question/", asking.question, name="question"),
    path("questions/<int:question_id>/answer/", asking.answer, name="answer"),
    path("<int:task_id>/extension/", asking.extension, name="extension"),
    path("<int:task_id>/deadline/", asking.deadline, name="deadline"),
    path("<int:task_id>/extension/decision/", asking.decision, name="decision"),
    path("extensions/rule/", rules.extension_rule, name="extension-rule"),
]
